import type { ControlOf } from '../handoff/control';
import { say, type Sentence } from '../language/sentence';
import type { Wording } from '../language/wording';
import { writeMidnight } from '../policy/dateFormat';
import { DAY_MS, formatDay, readDay, sayUnread } from '../policy/day';
import { readable } from '../policy/readable';
import type { Day } from '../policy/writtenDay';

/** Day, month and year by numbers with one sign between them: `31.12.2026`, `12/31/2026`. */
const NUMBERS = /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;

/**
 * Reads a day that a person typed: in the ISO form, in the format of the policy, or by numbers in the
 * order of the language. English has two orders: what reads as a day in both is asked for again.
 *
 * @returns what is wrong, and how to write it
 */
export function readTypedDay(
	text: string,
	form: ControlOf<'date'>,
	{ language }: Pick<Wording, 'language'>,
): Day | Sentence {
	const asAgreed = readDay(text, form);
	if (asAgreed !== undefined) return asAgreed;
	const days = daysByNumbers(readable(text), /^en\b/i.test(language));
	const [day, other] = [...new Set(days.filter((one) => one !== undefined))];
	if (day === undefined) return sayUnread(text, form);
	return other === undefined
		? day
		: say('valueTwoWays', { one: formatDay(day), other: formatDay(other) });
}

/** Every day that the numbers may mean. Points stand in dates that begin with the day. */
function daysByNumbers(text: string, isEnglish: boolean): Array<Day | undefined> {
	const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
	if (year !== undefined) return [dayOfNumbers(year, month, day)];
	const [, one, sign, two, last] = NUMBERS.exec(text) ?? [];
	if (one === undefined) return [];
	const dayFirst = dayOfNumbers(last, two, one);
	const monthFirst = dayOfNumbers(last, one, two);
	if (isEnglish && sign !== '.') return [dayFirst, monthFirst];
	return [dayFirst ?? monthFirst];
}

const dayOfNumbers = (year = '', month = '', day = ''): Day | undefined =>
	readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, { timezone: 'UTC' });

/** A day in the way in which the record keeps it. */
export function storedDay(day: Day, { storedAs, format }: ControlOf<'date'>): string | number {
	const midnight = day * DAY_MS;
	switch (storedAs) {
		case 'milliseconds':
			return midnight;
		case 'millisecondsText':
			return String(midnight);
		case 'time':
			return new Date(midnight).toISOString();
		case 'format':
			return format === undefined ? formatDay(day) : writeMidnight(midnight, format);
		case 'day':
			return formatDay(day);
	}
}
