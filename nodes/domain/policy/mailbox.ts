import { readMailbox } from '../base/emailAddress';
import { compileAddress, type ReadText } from './compileText';

/** How a policy names a person: a reader of the name, and the text that says where the address is. */
interface NamedPerson {
	name: ReadText;
	email: string;
}

/**
 * Compiles who a person is. Only an address is one: an id that stands in its place is none, and of
 * `Ana Lima <ana@example.com>` the name counts where nothing else gives one.
 */
export function compilePerson({ name, email }: NamedPerson): Record<'name' | 'email', ReadText> {
	const read = compileAddress(email);
	return {
		name: (record) => name(record) || readMailbox(read(record)).name,
		email: (record) => readMailbox(read(record)).email,
	};
}
