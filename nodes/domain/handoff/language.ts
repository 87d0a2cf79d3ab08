import { z } from 'zod';

/** The languages with a ready wording, by their BCP 47 tags. */
export const languageSchema = z.enum(['nl', 'en', 'fr', 'de', 'pt', 'es'], {
	errorMap: () => ({ message: 'is none of the languages de, en, es, fr, nl and pt' }),
});
export type Language = z.infer<typeof languageSchema>;
