import { z } from 'zod';
import { remember } from '../base/remember';
import { cleanText } from '../base/plainText';
import { pluralForm } from './plural';
import { ENGLISH } from './tables/english';

/** The name of a text; it is the code of the sentence that the text says. */
export type TextName = keyof typeof ENGLISH;

/** Every text in one language. A word in braces, such as `{sender}`, is filled in. */
export type Wording = Record<TextName, string>;

function isLocale(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/** What may not be just any text. */
const REFUSED: Partial<Record<string, (text: string) => string | undefined>> = {
	language: (tag) => (isLocale(tag) ? undefined : 'is not a language tag such as en or pt-BR'),
	direction: (text) => (['ltr', 'rtl'].includes(text) ? undefined : 'is neither ltr nor rtl'),
};

export const isTextName = (name: unknown): name is TextName =>
	typeof name === 'string' && Object.hasOwn(ENGLISH, name);

/** Texts that take the place of those of a ready wording; the others stay. */
export const wordingChangesSchema = z
	.record(z.custom<TextName>(isTextName, 'is not the name of a text'), z.string())
	.superRefine((changes, context) => {
		for (const [name, text] of Object.entries(changes)) {
			const message = REFUSED[name]?.(text);
			if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
		}
	});
export type WordingChanges = z.infer<typeof wordingChangesSchema>;

/**
 * Fills the words in braces; one that has no value stays as it is written.
 *
 * @param language by whose rules forms for one and many are chosen
 */
export const fill = (
	text: string,
	values: Readonly<Record<string, string | number>>,
	language = 'en',
): string =>
	fillGaps(splitText(text), ({ name, forms }) => {
		if (!Object.hasOwn(values, name)) return undefined;
		if (forms !== undefined) return pluralForm(forms, Number(values[name]), language);
		return cleanText(String(values[name]));
	});

/** A text that is split at its words in braces. */
export interface SplitText {
	start: string;
	gaps: readonly TextGap[];
}

/** A word in braces, with the text between it and the next. */
export interface TextGap {
	name: string;
	/** What is said for each kind of number, such as for one and for many: `{count:entry|entries}`. */
	forms?: readonly string[];
	after: string;
}

/** Texts in use: a few languages have some hundreds each. */
const MOST_TEXTS = 4_000;

const splitText = remember(
	(text: string): SplitText => {
		const [start = '', ...parts] = text.split(/\{(\w+(?::[^{}]+)?)\}/);
		const gaps = parts.flatMap((gap, index) =>
			index % 2 === 0 ? [readGap(gap, parts[index + 1] ?? '')] : [],
		);
		return { start, gaps };
	},
	{ most: MOST_TEXTS },
);

function readGap(written: string, after: string): TextGap {
	const [name = '', forms] = written.split(':', 2);
	return forms === undefined ? { name, after } : { name, forms: forms.split('|'), after };
}

/** Fills each word in braces with what is told of it; undefined leaves its name. */
export function fillGaps(
	{ start, gaps }: SplitText,
	tell: (gap: TextGap) => string | undefined,
): string {
	let filled = start;
	for (const gap of gaps) filled += (tell(gap) ?? `{${gap.name}}`) + gap.after;
	return filled;
}

/** By code, the texts of each wording that were asked for. Every finding looks one up. */
const FOUND = new WeakMap<Wording, Map<string, SplitText>>();

/** The text of a wording by its code; undefined where there is none of that code. */
export function findText(wording: Wording, code: string): SplitText | undefined {
	const found = FOUND.get(wording) ?? new Map<string, SplitText>();
	const known = found.get(code);
	if (known !== undefined || !isTextName(code)) return known;
	FOUND.set(wording, found);
	const text = splitText(wording[code]);
	found.set(code, text);
	return text;
}
