import { placeholdersIn } from '../lint/file/textsIn';

export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The members of a value that is looked into: of an object, of a text that is one in JSON such as a
 * policy, or of a list whose entries have ids. `pack` puts members back into the same form.
 */
export interface Members {
	members: Plain;
	pack(members: Plain): unknown;
}

/** Nothing for a value that is one piece. */
export function membersOf(value: unknown): Members | undefined {
	if (isPlain(value)) return { members: value, pack: (members) => members };
	if (Array.isArray(value)) return entriesById(value);
	const document = asDocument(value);
	return document && { members: document, pack: (members) => JSON.stringify(members, null, 2) };
}

function entriesById(list: readonly unknown[]): Members | undefined {
	const entries = list.map((one): [string, unknown] => [
		isPlain(one) && typeof one.id === 'string' ? one.id : '',
		one,
	]);
	const members = Object.fromEntries(entries);
	const whole = list.length > 0 && !('' in members) && Object.keys(members).length === list.length;
	return whole ? { members, pack: (packed) => Object.values(packed) } : undefined;
}

function asDocument(value: unknown): Plain | undefined {
	if (typeof value !== 'string' || !/^\s*\{/.test(value)) return undefined;
	try {
		const read: unknown = JSON.parse(value);
		return isPlain(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

/** Nobody has chosen here yet. */
export const isOpen = (value: unknown): boolean =>
	typeof value === 'string' && membersOf(value) === undefined && placeholdersIn(value).length > 0;
