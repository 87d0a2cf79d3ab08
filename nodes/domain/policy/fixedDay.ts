import { z } from 'zod';
import { FIRST_YEAR, isCountedDay, LAST_YEAR } from '../time/countedYears';
import { parseDay } from './writtenDay';

const FROM_TODAY = /^(?:today|now)\s*(?:([+-])\s*(\d{1,5}))?/i;

/** A day as it stands in a policy: `2026-03-02`. */
export const fixedDaySchema = z.string().superRefine((text, context) => {
	if (isCountedDay(parseDay(text) ?? NaN)) return;
	const message = `“${text}” is not a date from ${FIRST_YEAR} to ${LAST_YEAR}`;
	context.addIssue({ code: 'custom', message, params: { remedy: remedyFor(text) } });
});

/** What is meant by a text that is no day: one that moves with today, or another field. */
function remedyFor(text: string): string {
	const [whole, sign = '', days = '0'] = FROM_TODAY.exec(text) ?? [];
	if (whole !== undefined) {
		return `Write {"days": ${sign === '-' ? '-' : ''}${days}}, which counts from today.`;
	}
	return /^\d/.test(text)
		? 'Write it as 2026-03-02.'
		: 'Write {"field": "properties.closedate", "days": 0} for the day in another field, or a date as 2026-03-02.';
}
