/** A calendar day, counted from 1970-01-01, so that days can be compared and added. */
export type Day = number;

const EARLIEST_YEAR = 100;
const HYPHEN = 45;

/** Reads `2026-03-02`; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
	if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) {
		return undefined;
	}
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1) return undefined;
	return day <= 28 || day <= daysIn(year, month) ? countDays(year, month, day) : undefined;
}

/** Far below zero when anything else than digits stands there. */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
}

/** Counts with years that begin in March, so that the leap day is the last of its year. */
function countDays(year: number, month: number, day: number): Day {
	const since = month > 2 ? year : year - 1;
	const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const leapDays = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
	return since * 365 + leapDays + inYear - DAYS_TO_1970;
}

/** From 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
	month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
