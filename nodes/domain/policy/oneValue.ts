import { valueInside } from './fieldObject';

/** What stands where one value is read and there are several. */
export class SeveralValues {
	constructor(readonly count: number) {}
}

/** Wrappings within wrappings beyond this are no way in which systems write one value. */
const DEEPEST = 6;

/**
 * The one value that a check reads: the entry of a list of one, as linked records and lookups come,
 * and what a field object holds. Entries without a value are none.
 */
export function oneValue(value: unknown, isMissing: (value: unknown) => boolean): unknown {
	let inner = value;
	for (let level = 0; level < DEEPEST; level++) {
		if (typeof inner !== 'object' || inner === null) return inner;
		const held = Array.isArray(inner) ? entryOf(inner, isMissing) : valueInside(inner);
		if (held === inner) return inner;
		inner = held;
	}
	return inner;
}

function entryOf(list: readonly unknown[], isMissing: (value: unknown) => boolean): unknown {
	if (list.length === 1) return list[0];
	const entries = list.filter((entry) => !isMissing(entry));
	return entries.length === 1 ? entries[0] : new SeveralValues(entries.length);
}
