import { z } from 'zod';
import { DUTCH } from './tables/dutch';
import { ENGLISH } from './tables/english';
import { FRENCH } from './tables/french';
import { GERMAN } from './tables/german';
import { PORTUGUESE } from './tables/portuguese';
import { SPANISH } from './tables/spanish';
import type { Wording } from './wording';

/** The languages in which people are told things without anybody saying how, by their BCP 47 tags. */
export const languageSchema = z.enum(['nl', 'en', 'fr', 'de', 'pt', 'es'], {
	errorMap: () => ({ message: `is none of the languages ${[...TAGS].sort().join(', ')}` }),
});
export type Language = z.infer<typeof languageSchema>;

const TAGS: readonly string[] = languageSchema.options;

/** Every text in each language; one that is missing here does not compile. */
export const WORDINGS: Readonly<Record<Language, Wording>> = {
	nl: DUTCH,
	en: ENGLISH,
	fr: FRENCH,
	de: GERMAN,
	pt: PORTUGUESE,
	es: SPANISH,
};
