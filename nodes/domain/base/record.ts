import { findEntries } from './findEntries';
import { isPlain, readStep, stepTo, type Container, type MemberStep } from './readStep';
import { parsePath, bareOf, type EntryStep, type PathStep } from './parsePath';

/** Reads one place of a record; undefined when there is nothing. Never throws. */
export type ReadRecord = (record: unknown) => unknown;

/**
 * Compiles a path into a reader. Only a record's own members are read, so that names such as
 * `__proto__` or `constructor` find nothing that the record does not hold itself. Where the path
 * leads to nothing, a member whose name is the whole path counts (`"properties.amount"` in a CSV row).
 *
 * A text that is not a path reads nothing.
 */
export function compilePath(path: string): ReadRecord {
	const steps = parsePath(path);
	if (steps === undefined) return () => undefined;
	const walk = compileSteps(steps);
	if (steps.length === 1 && typeof steps[0] === 'string') return guarded(walk);
	const whole = stepTo(bareOf(path));
	const readWalking = guarded((record) => {
		const value = walk(record);
		return value === undefined ? readStep(record, whole) : value;
	});
	const members = membersOf(path);
	if (members === undefined) return readWalking;
	return (record) => {
		const value = readMember(plainContainer(record, members.outer), members.inner);
		return value === undefined ? readWalking(record) : value;
	};
}

function compileSteps(steps: readonly PathStep[]): ReadRecord {
	const at = steps.findIndex((step) => typeof step !== 'string');
	const keys = steps
		.slice(0, at < 0 ? steps.length : at)
		.flatMap((step) => (typeof step === 'string' ? [stepTo(step)] : []));
	const entry = steps[at];
	const [only] = keys;
	if (entry !== undefined && typeof entry !== 'string') {
		return compileEntryStep(entry, keys, compileSteps(steps.slice(at + 1)));
	}
	if (only !== undefined && keys.length === 1) return (record) => readStep(record, only);
	return (record) => keys.reduce(readStep, record);
}

/** What is read of the entry; of all of them where several are as it says. */
function compileEntryStep(
	{ field, is }: EntryStep,
	keys: readonly MemberStep[],
	rest: ReadRecord,
): ReadRecord {
	const says = compilePath(field);
	return (record) => {
		const found = findEntries(keys.reduce(readStep, record), says, is)
			.map(rest)
			.filter((value) => value !== undefined);
		return found.length > 1 ? found : found[0];
	};
}

/** A path compiled for a reading in which other paths lead through the same part of the record. */
export interface CompiledField {
	read: ReadRecord;
	/** The two members that a path such as `properties.amount` names; absent for any other path. */
	outer: string | undefined;
	inner: string;
}

/** One record that is being read, and the part of it that was reached last. */
export interface RecordCursor {
	record: unknown;
	outer?: string;
	container?: Container;
}

export const compileField = (path: string): CompiledField => {
	const { outer, inner = '' } = membersOf(path) ?? {};
	return { read: compilePath(path), outer, inner };
};

/** Undefined for a path of more or fewer steps, and for names that every object inherits. */
function membersOf(path: string): { outer: string; inner: string } | undefined {
	const [outer, inner, ...more] = parsePath(path) ?? [];
	if (typeof outer !== 'string' || typeof inner !== 'string' || more.length > 0) return undefined;
	if (outer in Object.prototype || inner in Object.prototype) return undefined;
	return { outer, inner };
}

/** Reads a field; fields in the same part of the record share the way to that part. Never throws. */
export function readCompiledField(
	cursor: RecordCursor,
	{ outer, inner, read }: CompiledField,
): unknown {
	if (outer === undefined) return read(cursor.record);
	if (outer !== cursor.outer) {
		cursor.container = plainContainer(cursor.record, outer);
		cursor.outer = outer;
	}
	const value = readMember(cursor.container, inner);
	return value === undefined ? read(cursor.record) : value;
}

/** Nearly all records are plain objects in plain objects, whose members can be read straight. */
function plainContainer(record: unknown, outer: string): Container | undefined {
	try {
		const container = isPlain(record) ? record[outer] : undefined;
		return isPlain(container) ? container : undefined;
	} catch {
		return undefined;
	}
}

function readMember(container: Container | undefined, name: string): unknown {
	try {
		return container?.[name];
	} catch {
		return undefined;
	}
}

/** Reads one place of a record once. For many records, compile the path. */
export const readField = (record: unknown, path: string): unknown => compilePath(path)(record);

/** A record can come from code and hold members that throw when read: they count as absent. */
const guarded =
	(read: ReadRecord): ReadRecord =>
	(record) => {
		try {
			return read(record);
		} catch {
			return undefined;
		}
	};
