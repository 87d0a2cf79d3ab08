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
		steps.push(index ?? unescape(double ?? single) ?? plainKey(key, at === bare.length));
	}
	return steps;
}

/** A question mark before a dot is JavaScript's; at the end it belongs to the name: `Signed?`. */
const plainKey = (key = '', last: boolean): string =>
	last ? key.trim() : key.trim().replace(/\?$/, '');

const unescape = (quoted: string | undefined): string | undefined =>
	quoted?.replace(/\\(.)/g, '$1');

export function bareOf(path: string): string {
	const trimmed = path.trim().replace(/^=/, '').trim();
	const inner = /^\{\{([^{}]*)\}\}$/.exec(trimmed)?.[1] ?? trimmed;
	return inner.trim().replace(DRAGGED, '');
}
