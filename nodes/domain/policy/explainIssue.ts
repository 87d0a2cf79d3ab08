import { z } from 'zod';
import { closestSpelling } from '../base/closestSpelling';

/** What is wrong in one place of a policy, and how to mend it. */
export interface Explanation {
	message: string;
	remedy: string;
}

type Path = ReadonlyArray<string | number>;

/** Says what is wrong at a place in words for people who do not program. */
export function explainIssue(issue: z.ZodIssue, input: unknown): Explanation {
	const place = formatPlace(issue.path, input);
	if (issue.code === 'invalid_union_discriminator') return explainKind(issue, input);
	const { wrong, remedy } = explain(issue, input);
	return { message: `${place}: ${wrong}`, remedy };
}

/**
 * Names a place: `requirements[3] “Kick-off date”: check.min`. The label is that of the entry, as
 * people know it by its label and not by its number.
 */
export function formatPlace(path: Path, input: unknown): string {
	let container = input;
	let place = '';
	for (const step of path) {
		const joint = place === '' || place.endsWith(' ') ? '' : '.';
		place += typeof step === 'number' ? `[${step}]` : `${joint}${step}`;
		container = memberOf(container, step);
		const label = typeof step === 'number' ? labelOf(container) : undefined;
		if (label !== undefined) place += ` “${label}”: `;
	}
	return place === '' ? 'the policy' : place.replace(/: $/, '');
}

function labelOf(entry: unknown): string | undefined {
	const label = [memberOf(entry, 'label'), memberOf(entry, 'id'), memberOf(entry, 'code')].find(
		(text) => typeof text === 'string' && text !== '',
	);
	return typeof label === 'string' ? label.slice(0, 60) : undefined;
}

const memberOf = (container: unknown, key: string | number): unknown =>
	typeof container === 'object' && container !== null && Object.hasOwn(container, key)
		? Reflect.get(container, key)
		: undefined;

const valueAt = (input: unknown, path: Path): unknown => path.reduce(memberOf, input);

function explainKind(
	issue: Extract<z.ZodIssue, { code: 'invalid_union_discriminator' }>,
	input: unknown,
): Explanation {
	const kinds = issue.options.map(String);
	const given = valueAt(input, issue.path);
	const wrong = given === undefined ? 'is missing' : `${formatGiven(given)} is not a check`;
	const hint = meantRemedy(given, kinds);
	return {
		message: `${formatPlace(issue.path, input)}: ${wrong}`,
		remedy: `${hint === undefined ? '' : `${hint} `}The checks are ${kinds.join(', ')}.`,
	};
}

/** The word that was probably meant. */
function meantRemedy(given: unknown, words: readonly string[]): string | undefined {
	const meant = typeof given === 'string' ? closestSpelling(given, words) : undefined;
	return meant === undefined ? undefined : `Did you mean “${meant}”?`;
}

function explain(issue: z.ZodIssue, input: unknown): { wrong: string; remedy: string } {
	const given = valueAt(input, issue.path);
	const remedy = 'Correct this place in the policy.';
	switch (issue.code) {
		case 'invalid_type':
			return issue.received === 'undefined'
				? { wrong: 'is missing', remedy: `Add it to the policy: ${nounOf(issue.expected)}.` }
				: {
						wrong: `must be ${nounOf(issue.expected)}, but is ${formatGiven(given)}`,
						remedy: numberRemedy(issue.expected, given) ?? remedy,
					};
		case 'invalid_enum_value':
			return {
				wrong: `must be one of ${issue.options.join(', ')}, but is ${formatGiven(given)}`,
				remedy: meantRemedy(given, issue.options.map(String)) ?? remedy,
			};
		case 'invalid_union':
			return { wrong: noneOf(issue, given), remedy };
		case 'unrecognized_keys':
			return { wrong: issue.message, remedy: 'Correct or remove that setting.' };
		case 'custom':
			return explainCustom(issue) ?? { wrong: `${scalar(given)}${issue.message}`, remedy };
		case 'too_small':
		case 'too_big':
			return { wrong: lowerFirst(issue.message), remedy };
		default:
			return { wrong: `${scalar(given)}${lowerFirst(issue.message)}`, remedy };
	}
}

/** People write numbers in two styles, and one written between them can be read in two ways. */
const numberRemedy = (expected: string, given: unknown): string | undefined =>
	(expected === 'number' || expected === 'integer') && typeof given === 'string' && /\d/.test(given)
		? 'Write it with digits only and a point before decimals, such as 10000 or 10.5.'
		: undefined;

/** A value that may be of several kinds and is of none; some places say so in words of their own. */
function noneOf(issue: Extract<z.ZodIssue, { code: 'invalid_union' }>, given: unknown): string {
	const issues = issue.unionErrors.flatMap((error) => error.issues);
	const nouns = issues.flatMap((one) =>
		one.code === 'invalid_type' ? [nounOf(one.expected)] : [],
	);
	if (issue.message !== 'Invalid input' || nouns.length < issues.length) {
		return `${scalar(given)}${lowerFirst(issue.message)}`;
	}
	return `must be ${[...new Set(nouns)].join(' or ')}, but is ${formatGiven(given)}`;
}

const customSchema = z.object({ message: z.string(), params: z.object({ remedy: z.string() }) });

/** An issue that brings its own remedy also names the value itself. */
function explainCustom(issue: z.ZodIssue): { wrong: string; remedy: string } | undefined {
	const custom = customSchema.safeParse(issue);
	if (!custom.success) return undefined;
	return { wrong: custom.data.message, remedy: custom.data.params.remedy };
}

const NOUNS = new Map([
	['string', 'a text'],
	['number', 'a number'],
	['integer', 'a whole number'],
	['boolean', 'true or false'],
	['array', 'a list in [ ]'],
	['object', 'settings in { }'],
]);

const nounOf = (expected: string): string => NOUNS.get(expected) ?? expected;

const scalar = (given: unknown): string =>
	typeof given === 'string' || typeof given === 'number' ? `${formatGiven(given)} ` : '';

function formatGiven(given: unknown): string {
	if (typeof given === 'string') return `“${given.slice(0, 80)}”`;
	if (Array.isArray(given)) return 'a list';
	if (typeof given === 'object' && given !== null) return 'settings in { }';
	return String(given);
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
