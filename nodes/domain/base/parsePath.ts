const LONGEST_PATH = 1000;

/** What n8n puts before a path when a field is dragged in from the input panel. */
const DRAGGED = /^\$(?:json|input\.(?:item|first\(\)|last\(\))\.json)(?=[.[])\??\.?/;

/** The entry of a list of which a field says this, such as `primary=true`. */
export interface EntryStep {
	field: string;
	is: string;
}

/** A step of a path: the key of a member, or the entry of a list by what it is. */
export type PathStep = string | EntryStep;

/**
 * One step: a bracket with a number, a quoted key, or what the entry says (no comparison of
 * JavaScript), or a plain key up to the next dot.
 */
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/.source;
const ENTRY = `([^"'=<>![\\]]+)=\\s*(?:${QUOTED}|([^"'=[\\]\\s][^=[\\]]*))`;
const STEP = new RegExp(
	`(?:\\[\\s*(?:(\\d+)|${QUOTED}|${ENTRY})\\s*\\]|([^.[\\]]+))(?:\\??\\.)?`,
	'y',
);

/**
 * Takes a path apart: `properties.amount`, `lines[0].price`, `["Deal name"]`,
 * `emails[primary=true].value`, with or without what n8n's drag and drop puts around it
 * (`{{ $json.properties.amount }}`).
 *
 * @returns undefined when the text is not a path
 */
export function parsePath(path: string): PathStep[] | undefined {
	const bare = bareOf(path);
	if (bare === '' || bare.length > LONGEST_PATH || /[.[]$|\.\.|^\.|^\$/.test(bare))
		return undefined;
	const steps: PathStep[] = [];
	let at = 0;
	while (at < bare.length) {
		STEP.lastIndex = at;
		const match = STEP.exec(bare);
		if (match === null) return undefined;
		at = STEP.lastIndex;
		const [, index, double, single, field, doubleIs, singleIs, bareIs, key] = match;
		const is = unescape(doubleIs ?? singleIs) ?? bareIs?.trim();
		if (field !== undefined && is !== undefined) steps.push({ field: field.trim(), is });
		else steps.push(index ?? unescape(double ?? single) ?? plainKey(key, at === bare.length));
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

/** A path by its names with dots between them; one with an entry by what it is as it is written. */
export function formatPath(path: string): string {
	const steps = parsePath(path) ?? [];
	return steps.every((step) => typeof step === 'string') ? steps.join('.') : bareOf(path);
}
