import { z } from 'zod';
import { cleanText } from '../message/plainText';
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

/** Fills the words in braces; one that has no value stays as it is written. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
	text.replace(/\{(\w+)\}/g, (braced, name: string) =>
		Object.hasOwn(values, name) ? cleanText(String(values[name])) : braced,
	);
