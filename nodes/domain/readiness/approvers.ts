import type { Person } from '../base/message';
import { addressee } from '../base/emailAddress';
import { compileText, pathsIn, type ReadText } from '../policy/compileText';
import { compilePerson } from '../policy/mailbox';
import type { Policy } from '../policy/policy';

/** Somebody who may approve an exception; who that is may depend on the record. */
export type CompiledApprover = Record<'name' | 'email', ReadText>;

/** Compiles who may approve; a plain text is an address, or the name of somebody without one. */
export const compileApprovers = ({ waivers }: Policy): CompiledApprover[] | undefined =>
	waivers.approvers?.map((approver) => {
		if (typeof approver === 'string') return literally(readApprover(approver));
		const { name, email } = approver;
		return compilePerson({ name: compileText(name), email });
	});

const literally = ({ name, email }: Person): CompiledApprover => ({
	name: () => name,
	email: () => email,
});

function readApprover(text: string): Person {
	const person = addressee({ name: '', email: text });
	return person.email === '' ? { name: text.trim(), email: '' } : person;
}

/** The paths that are read to tell who they are. */
export const approverPaths = ({ waivers }: Policy): string[] =>
	(waivers.approvers ?? []).flatMap((approver) =>
		typeof approver === 'string'
			? []
			: [...pathsIn(approver.name, 'text'), ...pathsIn(approver.email, 'path')],
	);

/** Who may approve an exception of this record; undefined where the policy lets anybody. */
export const resolveApprovers = (
	approvers: readonly CompiledApprover[] | undefined,
	record: unknown,
): Person[] | undefined =>
	approvers
		?.map(({ name, email }) => ({ name: name(record).trim(), email: email(record) }))
		.filter(({ name, email }) => name !== '' || email !== '');
