import { parsePath, bareOf } from './parsePath';

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
	const steps = parsePath(path)?.map(stepTo);
	const [first, second] = steps ?? [];
	if (steps === undefined || first === undefined) return () => undefined;
	if (second === undefined) return guarded((record) => readStep(record, first));
	const whole = stepTo(bareOf(path));
	const readWalking = guarded((record) => {
		const value = steps.reduce(readStep, record);
		return value === undefined ? readStep(record, whole) : value;
	});
	const members = membersOf(path);
	if (members === undefined) return readWalking;
	return (record) => {
		const value = readMember(plainContainer(record, members.outer), members.inner);
		return value === undefined ? readWalking(record) : value;
	};
}

/** A path compiled for a reading in which other paths lead through the same part of the record. */
export interface CompiledField {
	read: ReadRecord;
	/** The two members that a path such as `properties.amount` names; absent for any other path. */
	outer: string | undefined;
	inner: string;
}

type Container = Record<string, unknown>;

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
	if (outer === undefined || inner === undefined || more.length > 0) return undefined;
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

const isContainer = (value: unknown): value is Container =>
	typeof value === 'object' && value !== null;

const isPlain = (value: unknown): value is Container =>
	isContainer(value) && Object.getPrototypeOf(value) === Object.prototype;

/** One own member to read. A handful of names are those that plain objects inherit. */
interface Step {
	key: string;
	inherited: boolean;
}

const stepTo = (key: string): Step => ({ key, inherited: key in Object.prototype });

/**
 * Reads one own member. For plain objects, nearly all that occurs, and names that they do not
 * inherit, the slower question whether the member is their own is spared.
 */
function readStep(container: unknown, { key, inherited }: Step): unknown {
	if (!isContainer(container)) return undefined;
	const plain = !inherited && Object.getPrototypeOf(container) === Object.prototype;
	const value = plain || Object.hasOwn(container, key) ? container[key] : undefined;
	return value === undefined && plain ? readBlurred(container, key) : value;
}

/** A member whose name only differs by what nobody sees at its ends: a blank, a byte order mark. */
function readBlurred(container: Container, key: string): unknown {
	for (const name in container) {
		if (isClean(name) || !name.includes(key)) continue;
		if (name.replace(/[\p{Zs}\p{DI}]/gu, ' ').trim() === key) return container[name];
	}
	return undefined;
}

const isClean = (name: string): boolean =>
	isPlainSign(name.charCodeAt(0)) && isPlainSign(name.charCodeAt(name.length - 1));

const isPlainSign = (code: number): boolean => code > 0x20 && code < 0x7f;

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
