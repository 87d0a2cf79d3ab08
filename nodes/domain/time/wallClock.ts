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

/** Reads "YYYY-MM-DD"; a date that no calendar has, such as 2026-02-30, is none. */
export function readDate(text: string): DayNumber | undefined {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
	const instant = Date.parse(`${text}T00:00:00Z`);
	return Number.isNaN(instant) || formatDate(instant / DAY) !== text ? undefined : instant / DAY;
}

export const formatDate = (day: DayNumber): string =>
	new Date(day * DAY).toISOString().slice(0, 10);

/** Monday is 0: the place of the weekday in `WEEKDAYS`. */
export const weekdayIndex = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
