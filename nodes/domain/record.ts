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
 * `__proto__` or `constructor` find nothing that the record does not hold itself. Where the path
 * leads to nothing, a member whose name is the whole path counts (`"properties.amount"` in a CSV row).
 *
 * A text that is not a path reads nothing.
 */
export function compilePath(path: string): ReadRecord {
	const steps = parsePath(path);
	if (steps === undefined) return () => undefined;
	const [first, ...rest] = steps.map(compileStep);
	if (first === undefined) return () => undefined;
	const readWhole = compileStep(bareOf(path));
	return guarded((record) => {
		let value = first(record);
		for (const step of rest) {
			if (value === undefined) break;
			value = step(value);
		}
		return value === undefined && rest.length > 0 ? readWhole(record) : value;
	});
}

/** Reads one place of a record once. For many records, compile the path. */
export const readField = (record: unknown, path: string): unknown => compilePath(path)(record);

const isContainer = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/**
 * Compiles the reading of one own member. Plain objects, nearly all that occurs, inherit a handful of
 * names only: for every other name the slower question whether the member is their own is spared.
 */
function compileStep(key: string): ReadRecord {
	const inherited = key in Object.prototype;
	return (container) => {
		if (!isContainer(container)) return undefined;
		const plain = !inherited && Object.getPrototypeOf(container) === Object.prototype;
		return plain || Object.hasOwn(container, key) ? container[key] : undefined;
	};
}

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
