import { findEntries } from './findEntries';
import { parsePath, type EntryStep, type PathStep } from './parsePath';
import { compilePath } from './record';

/**
 * A copy of a record with another value in one place; only what leads there is copied. Members and
 * entries that are missing on the way are made. A text that is not a path changes nothing.
 */
export function withField(record: unknown, path: string, value: unknown): unknown {
	const steps = parsePath(path);
	return steps === undefined ? record : put(record, steps, value);
}

function put(container: unknown, [step, ...rest]: readonly PathStep[], value: unknown): unknown {
	if (step === undefined) return value;
	if (typeof step !== 'string')
		return putEntry(container, step, (entry) => put(entry, rest, value));
	const next = put(memberOf(container, step), rest, value);
	if (Array.isArray(container) && /^\d+$/.test(step)) {
		return [...container.slice(0, Number(step)), next, ...container.slice(Number(step) + 1)];
	}
	// A computed name is always an own member, whatever it is called.
	return isContainer(container) ? { ...container, [step]: next } : { [step]: next };
}

/** Entries whose places were made before stand in an object by their numbers. */
function putEntry(
	container: unknown,
	{ field, is }: EntryStep,
	change: (entry: unknown) => unknown,
): unknown[] {
	const list: unknown[] = Object.assign([], isContainer(container) ? container : []);
	const found = new Set(findEntries(list, compilePath(field), is));
	if (found.size === 0) return [...list, change(withField({}, field, is))];
	return list.map((entry) => (found.has(entry) ? change(entry) : entry));
}

const isContainer = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

const memberOf = (container: unknown, step: string): unknown =>
	isContainer(container) && Object.hasOwn(container, step)
		? Reflect.get(container, step)
		: undefined;
