import type { ReceiverPerson } from '../handoff/receiverPerson';
import type { Handoff } from '../handoff/envelope';
import { pathsIn, type ReadText } from '../policy/compileText';
import type { Policy } from '../policy/policy';

/** A receiver; who it is may depend on the record, how they work does not. */
export interface CompiledPerson {
	name: ReadText;
	email: ReadText;
	personalSettings: Pick<ReceiverPerson, 'calendar' | 'timezone' | 'language'>;
}

export interface CompiledReceiver {
	team: ReadText;
	people: CompiledPerson[];
}

/** The receiving team and its people for one record; who has neither name nor address is nobody. */
export const resolveReceiver = (
	{ team, people }: CompiledReceiver,
	record: unknown,
): Handoff['receiver'] => ({
	team: team(record),
	people: people
		.map(({ name, email, personalSettings }) => ({
			name: name(record),
			email: email(record),
			...personalSettings,
		}))
		.filter((person) => person.name !== '' || person.email !== ''),
});

/** Whether the same people receive every record. */
export const isFixedReceiver = ({ receiver }: Policy): boolean =>
	pathsIn(receiver.team, 'text').length === 0 &&
	receiver.people.every(
		({ name, email }) =>
			pathsIn(name, 'text').length === 0 && (email === '' || isFixedAddress(email)),
	);

/** An address that names no field. */
const isFixedAddress = (email: string): boolean =>
	email.includes('@') && pathsIn(email, 'text').length === 0;
