import { z } from 'zod';
import { cleanText } from '../base/plainText';
import { formatNumber, formatPlainDay } from './figures';
import { pluralForm } from './plural';
import { ENGLISH } from './tables/english';
import { fillGaps, findText, type TextName, type Wording } from './wording';

/** A day, as ISO text: each language writes it in its own way. */
export interface DayValue {
	day: string;
}

/** What is filled into a sentence: as it is, as a part in words, or several with commas. */
export type Value = string | number | DayValue | Sentence | readonly Value[];

/**
 * Something to tell, as data: the code of its text and what is filled in. It is kept like this, and
 * said in the language of whoever reads it.
 */
export interface Sentence {
	code: string;
	values?: Readonly<Record<string, Value>>;
}

/** The words in braces of a text; behind a colon stand the forms for one and many. */
type Gaps<Text extends string> = Text extends `${string}{${infer Written}}${infer Rest}`
	? (Written extends `${infer Name}:${string}` ? Name : Written) | Gaps<Rest>
	: never;
type GapsOf<Name extends TextName> = Gaps<(typeof ENGLISH)[Name]>;

/**
 * A sentence by the name of its text, with a value for each word in braces: one that is left out, or
 * that the text does not know, does not compile.
 */
export const say = <Name extends TextName>(
	code: Name,
	...[values]: [GapsOf<Name>] extends [never] ? [] : [Readonly<Record<GapsOf<Name>, Value>>]
): Sentence => (values === undefined ? { code } : { code, values });

/** Several things of which one is meant: `EUR, USD or GBP`. */
export const oneOfThese = (values: readonly Value[]): Value => joined(values, 'listOr');

/** Several things that are all meant: `HubSpot, Stripe and Xero`. */
export const allOfThese = (values: readonly Value[]): Value => joined(values, 'listAnd');

function joined(values: readonly Value[], code: 'listOr' | 'listAnd'): Value {
	const [first = '', ...others] = values;
	const last = others.at(-1);
	return last === undefined ? first : say(code, { first: values.slice(0, -1), last });
}

/** A sentence of our own in the language of a wording, which has a text for each. */
export const inWords = (sentence: Sentence, wording: Wording): string =>
	writeSentence(sentence, wording) ?? sentence.code;

/** How numbers and days are written; the rest is in the texts. */
interface Figures {
	number: (number: number, wording: Wording) => string;
	day: (day: string, wording: Wording) => string;
}

const FOR_READERS: Figures = { number: formatNumber, day: formatPlainDay };
/** Digits and ISO days, as they stand in data. */
const FOR_DATA: Figures = { number: String, day: (day) => day };

/**
 * Says a sentence in the language of a wording. What is in it from the record or the policy stays
 * as it is.
 *
 * @returns undefined when the wording has no such text, as after a change of version
 */
export function writeSentence(
	{ code, values }: Sentence,
	wording: Wording,
	figures = FOR_READERS,
): string | undefined {
	const text = findText(wording, code);
	if (text === undefined || text.gaps.length === 0) return text?.start;
	let isKnown = true;
	const written = fillGaps(text, ({ name, forms }) => {
		if (values === undefined || !Object.hasOwn(values, name)) return undefined;
		if (forms !== undefined) return pluralForm(forms, Number(values[name]), wording.language);
		const value = writeValue(values[name] ?? '', wording, figures);
		isKnown &&= value !== undefined;
		return value;
	});
	return isKnown ? written : undefined;
}

function writeValue(value: Value, wording: Wording, figures: Figures): string | undefined {
	if (typeof value === 'number') return figures.number(value, wording);
	if (typeof value === 'string') return cleanText(value);
	if ('code' in value) return writeSentence(value, wording, figures);
	if ('day' in value) return figures.day(cleanText(value.day), wording);
	const parts = value.map((one) => writeValue(one, wording, figures));
	return parts.includes(undefined) ? undefined : parts.join(', ');
}

/** A sentence of its own: whoever changes an item changes no policy that is used again. */
export function copySentence({ code, values }: Sentence): Sentence {
	if (values === undefined) return { code };
	const copied: Record<string, Value> = {};
	for (const name in values) copied[name] = copyValue(values[name] ?? '');
	return { code, values: copied };
}

function copyValue(value: Value): Value {
	if (typeof value !== 'object') return value;
	if ('day' in value) return { day: value.day };
	return 'code' in value ? copySentence(value) : value.map(copyValue);
}

/** A sentence as it stands in data that people read raw. */
export const inEnglish = (sentence: Sentence): string =>
	writeSentence(sentence, ENGLISH, FOR_DATA) ?? sentence.code;

/** Deeper than any sentence of ours: an entry of a list, what it must be, a range, its limits. */
const MOST_LEVELS = 12;

function isValue(value: unknown, level: number): value is Value {
	if (typeof value === 'string' || typeof value === 'number') return true;
	if (level >= MOST_LEVELS || typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return value.every((one) => isValue(one, level + 1));
	return ('day' in value && typeof value.day === 'string') || isSentence(value, level + 1);
}

function isSentence(value: object, level: number): value is Sentence {
	if (!('code' in value) || typeof value.code !== 'string') return false;
	if (!('values' in value) || value.values === undefined) return true;
	return (
		typeof value.values === 'object' &&
		value.values !== null &&
		Object.values(value.values).every((one) => isValue(one, level))
	);
}

/** A sentence that was kept. Its code may be one that this version does not know. */
export const sentenceSchema = z.custom<Sentence>(
	(value) => typeof value === 'object' && value !== null && isSentence(value, 0),
	'is not a sentence: { "code", "values" }',
);
