import { z } from 'zod';
import { cleanText } from '../message/plainText';
import { comparisonTexts, findingTexts, kindTexts } from './comparisonWording';
import { correctionTexts } from './correctionWording';
import { expectedTexts, shortfallTexts } from './findingWording';
import { messageTexts } from './messageWording';
import { pageTexts } from './pageWording';

function isLocale(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}

/**
 * Every word on the decision page and its closing pages. A word in braces, such as `{sender}`, is
 * filled in; which ones a text knows, its default shows.
 */
export const wordingSchema = z
	.object({
		/** BCP 47 tag: for the page and for the names of days and months. */
		language: z
			.string()
			.refine(isLocale, 'is not a language tag such as en or pt-BR')
			.default('en'),
		direction: z.enum(['ltr', 'rtl']).default('ltr'),
		...pageTexts,
		...correctionTexts,
		...messageTexts,
		...findingTexts,
		...shortfallTexts,
		...expectedTexts,
		...kindTexts,
		...comparisonTexts,
	})
	.strict();
export type Wording = z.infer<typeof wordingSchema>;

/** Texts that take the place of those of a ready wording; the others stay. */
export const wordingChangesSchema = wordingSchema.partial();

/** Fills the words in braces; one that has no value stays as it is written. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
	text.replace(/\{(\w+)\}/g, (braced, name: string) =>
		Object.hasOwn(values, name) ? cleanText(String(values[name])) : braced,
	);
