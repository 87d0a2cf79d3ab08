import { wordingSchema, type Wording } from '../wording';
import { DUTCH } from './dutch';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

/** The languages in which the pages speak without being told how, by their BCP 47 tags. */
export const WORDINGS = {
	nl: DUTCH,
	en: wordingSchema.parse({}),
	fr: FRENCH,
	de: GERMAN,
	pt: PORTUGUESE,
	es: SPANISH,
} as const satisfies Record<string, Wording>;
