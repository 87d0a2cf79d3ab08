export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** 24 hours on the wall clock; a local day can be shorter or longer in real time. */
export const DAY = 24 * HOUR;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** A local date as the number of days since 1970-01-01. */
export type DayNumber = number;

/** Reads "HH:MM", up to "24:00", as minutes after local midnight. */
export function readTimeOfDay(text: string): number | undefined {
	const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text);
	if (!match) return undefined;
	return match[1] === undefined ? 24 * 60 : Number(match[1]) * 60 + Number(match[2]);
}

/** Earlier years are a slip, and JavaScript takes the first hundred for those from 1900 on. */
const FIRST_WRITTEN_YEAR = 100;

/** Reads "YYYY-MM-DD"; a date that no calendar has, such as 2026-02-30, is none. */
export function readDate(text: string): DayNumber | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
	const [year, month, date] = [0, 5, 8].map((from) => Number.parseInt(text.slice(from), 10));
	if (year === undefined || month === undefined || date === undefined) return undefined;
	const instant = Date.UTC(year, month - 1, date);
	const isThere = month >= 1 && month <= 12 && new Date(instant).getUTCDate() === date;
	return isThere && year >= FIRST_WRITTEN_YEAR ? instant / DAY : undefined;
}

export const formatDate = (day: DayNumber): string =>
	new Date(day * DAY).toISOString().slice(0, 10);

/** Monday is 0: the place of the weekday in `WEEKDAYS`. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
