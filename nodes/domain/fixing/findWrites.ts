import { parsePath } from '../base/parsePath';
import { readField } from '../base/record';
import type { PlainValue } from '../handoff/control';
import type { Handoff } from '../handoff/envelope';
import type { Change } from '../handoff/change';
import { plainValue } from '../policy/sameValue';

/** A value that is to be written to the record. */
export interface Write extends Pick<Change, 'field' | 'label'> {
	/** The last part of the path, as the system calls the field: `amount` of `properties.amount`. */
	name: string;
	value: PlainValue;
}

/** A value that is not written, because the record holds another one by now. */
export interface Kept {
	change: Change;
	/** What the record holds now. */
	now: unknown;
}

export interface Writes {
	writes: Write[];
	kept: Kept[];
	/** What is told or written now, and is neither the next time. */
	changes: Change[];
}

/**
 * Which of the values that were sent are still to be written to a record as it is now: those whose
 * field holds what it held when they were typed. What the record holds already is passed over, and so
 * is what was written before, since a system may keep a value in a form of its own. A value that
 * somebody else has changed meanwhile is never overwritten.
 *
 * @param written what was written or told before
 */
export function findWrites(
	record: unknown,
	{ fixing }: Pick<Handoff, 'fixing'>,
	written: readonly Pick<Change, 'field' | 'at'>[],
): Writes {
	const found: Writes = { writes: [], kept: [], changes: [] };
	for (const change of newestEach(fixing?.changes ?? [])) {
		if (written.some(({ field, at }) => field === change.field && at === change.at)) continue;
		const now = readField(record, change.field);
		if (isSame(now, change.to)) continue;
		found.changes.push(change);
		if (!isSame(now, change.from)) found.kept.push({ change, now });
		else {
			const { field, label, to: value } = change;
			found.writes.push({ field, label, name: fieldNameOf(field), value });
		}
	}
	return found;
}

/** Of several values for one field the one that was sent last. */
const newestEach = (changes: readonly Change[]): Change[] => [
	...new Map(changes.map((change) => [change.field, change])).values(),
];

/** The last part of a path, as the system calls the field. */
export function fieldNameOf(field: string): string {
	const last = parsePath(field)?.at(-1);
	return typeof last === 'string' ? last : field;
}

/** Nothing, an empty text and no value at all are the same; 5 and "5" are. */
const isSame = (one: unknown, other: unknown): boolean => plainOf(one) === plainOf(other);

function plainOf(value: unknown): string {
	if (Array.isArray(value)) return JSON.stringify(value.map(plainOf));
	if (value === undefined || value === null) return '';
	return plainValue(value, true) ?? JSON.stringify(value);
}
