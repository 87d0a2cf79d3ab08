/** Reads one place of a record; undefined when there is nothing. Never throws. */
export type ReadRecord = (record: unknown) => unknown;

const LONGEST_PATH = 1000;

/** What n8n puts before a path when a field is dragged in from the input panel. */
const DRAGGED = /^\$(?:json|input\.(?:item|first\(\)|last\(\))\.json)(?=[.[])\??\.?/;

/** One step: a bracket with a number or a quoted key, or a plain key up to the next dot. */
const STEP =
	/(?:\[\s*(?:(\d+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\]|([^.[\]]+))(?:\??\.)?/y;

/**
 * Takes a path apart: `properties.amount`, `lines[0].price`, `["Deal name"]`, with or without what
 * n8n's drag and drop puts around it (`{{ $json.properties.amount }}`).
 *
 * @returns undefined when the text is not a path
 */
export function parsePath(path: string): string[] | undefined {
	const bare = bareOf(path);
	if (bare === '' || bare.length > LONGEST_PATH || /[.[]$|\.\.|^\.|^\$/.test(bare))
		return undefined;
	const steps: string[] = [];
	let at = 0;
	while (at < bare.length) {
		STEP.lastIndex = at;
		const match = STEP.exec(bare);
		if (match === null) return undefined;
		at = STEP.lastIndex;
		const [, index, double, single, key] = match;
		steps.push(index ?? unescape(double ?? single) ?? (key ?? '').trim().replace(/\?$/, ''));
	}
	return steps;
}

const unescape = (quoted: string | undefined): string | undefined =>
	quoted?.replace(/\\(.)/g, '$1');

function bareOf(path: string): string {
	const trimmed = path.trim().replace(/^=/, '').trim();
	const inner = /^\{\{([^{}]*)\}\}$/.exec(trimmed)?.[1] ?? trimmed;
	return inner.trim().replace(DRAGGED, '');
}

/**
 * Compiles a path into a reader. Only a record's own members are read, so that names such as
 * `__proto__` or `constructor` find nothing that the record does not hold itself. A member whose
 * name is the whole path (`"properties.amount"` in a CSV row) comes first.
 *
 * A text that is not a path reads nothing.
 */
export function compilePath(path: string): ReadRecord {
	const steps = parsePath(path);
	if (steps === undefined) return () => undefined;
	const whole = bareOf(path);
	const [first = ''] = steps;
	if (steps.length === 1 && first === whole) return guarded((record) => readOwn(record, whole));
	return guarded((record) => {
		if (isContainer(record) && Object.hasOwn(record, whole)) return readOwn(record, whole);
		let value = record;
		for (const step of steps) {
			if (value === undefined) return undefined;
			value = readOwn(value, step);
		}
		return value;
	});
}

/** Reads one place of a record once. For many records, compile the path. */
export const readField = (record: unknown, path: string): unknown => compilePath(path)(record);

const isContainer = (value: unknown): value is object =>
	typeof value === 'object' && value !== null;

const readOwn = (container: unknown, key: string): unknown =>
	isContainer(container) && Object.hasOwn(container, key) ? Reflect.get(container, key) : undefined;

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
