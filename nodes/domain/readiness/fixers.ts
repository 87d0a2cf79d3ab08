import type { Person } from '../base/message';
import type { Agreed } from '../handoff/envelope';
import { compilePerson } from '../policy/mailbox';
import { compileText, pathsIn, type ReadText } from '../policy/compileText';
import type { Policy } from '../policy/policy';

/** Somebody of neither side who fixes something; who that is may depend on the record. */
export interface CompiledFixer {
	/** As the requirements name them. */
	fixer: string;
	name: ReadText;
	email: ReadText;
}

export const compileFixers = ({ fixers }: Policy): CompiledFixer[] =>
	Object.entries(fixers).map(([fixer, { name, email }]) => ({
		fixer,
		...compilePerson({ name: compileText(name || fixer), email }),
	}));

/** The paths that are read to tell who they are. */
export const fixerPaths = ({ fixers }: Policy): string[] =>
	Object.values(fixers).flatMap(({ name, email }) => [
		...pathsIn(name, 'text'),
		...pathsIn(email, 'path'),
	]);

/** Those who fix something of this record and are of neither side; undefined where none is named. */
export function resolveFixers(fixers: readonly CompiledFixer[], record: unknown): Agreed['fixers'] {
	if (fixers.length === 0) return undefined;
	return Object.fromEntries(
		fixers.map(({ fixer, name, email }): [string, Person] => [
			fixer,
			{ name: name(record).trim() || fixer, email: email(record) },
		]),
	);
}
