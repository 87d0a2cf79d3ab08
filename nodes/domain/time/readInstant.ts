import { parseInstant, type Instant } from '../instant';

/** UTC texts as we write them ourselves; the 29th and later are left to the full parser. */
const QUICK = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** As `parseInstant`, at a fraction of the cost for the form that nearly all texts have. */
export function readInstant(text: string, place: string): Instant {
	const quick = QUICK.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(quick) ? parseInstant(text, place) : quick;
}
