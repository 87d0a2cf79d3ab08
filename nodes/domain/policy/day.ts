import { DateTime } from 'luxon';
import type { Instant } from '../instant';

/** A calendar day, counted from 1970-01-01, so that days can be compared and added. */
export type Day = number;

export const DAY_MS = 86_400_000;
const LATEST_MS = 8.64e15;
const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970 as CRMs send them, as text: twelve digits reach back to 1973. */
const EPOCH_TEXT = /^\d{12,14}$/;
const EARLIEST_EPOCH = 1e11;

/** How dates are written, and the zone that says on which day an instant falls. */
export interface DayForm {
	timezone: string;
	/** Tokens as in Luxon's table of tokens, such as `dd.MM.yyyy`, besides the ISO form. */
	format?: string;
}

/** The day on which an instant falls in a zone. */
export function dayOf(instant: Instant, timezone: string): Day {
	if (timezone === 'UTC') return Math.floor(instant / DAY_MS);
	const { year, month, day } = DateTime.fromMillis(instant, { zone: timezone });
	return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Writes a day as `2026-03-02`. */
export const formatDay = (day: Day): string =>
	DateTime.fromMillis(day * DAY_MS, { zone: 'UTC' }).toISODate() ?? '';

/** Reads `2026-03-02`; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
	const match = ISO_DATE.exec(text);
	if (match === null) return undefined;
	const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? date.getTime() / DAY_MS : undefined;
}

/**
 * Reads a day from what systems send: an ISO date, an ISO time with or without offset (without, the
 * written day counts), milliseconds since 1970 as number or text, a date object, or the format.
 *
 * Midnight UTC stands for the day itself in every zone: that is how CRMs send a date as an instant.
 */
export function readDay(value: unknown, { timezone, format }: DayForm): Day | undefined {
	if (typeof value === 'string') return readDayText(value.trim(), timezone, format);
	const instant = readInstant(value);
	return instant === undefined ? undefined : dayOfDateValue(instant, timezone);
}

function readDayText(text: string, timezone: string, format: string | undefined): Day | undefined {
	if (text.length > 100) return undefined;
	if (EPOCH_TEXT.test(text)) return dayOfDateValue(Number(text), timezone);
	const time = ISO_TIME.exec(text);
	if (time !== null) {
		const parsed = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'UTC' });
		if (!parsed.isValid) return undefined;
		return time[2] === undefined ? parseDay(time[1] ?? '') : dayOfDateValue(+parsed, timezone);
	}
	return parseDay(text) ?? (format === undefined ? undefined : readFormat(text, format));
}

function readFormat(text: string, format: string): Day | undefined {
	const parsed = DateTime.fromFormat(text, format, { zone: 'UTC', locale: 'en' });
	return parsed.isValid ? Math.floor(parsed.toMillis() / DAY_MS) : undefined;
}

function readInstant(value: unknown): Instant | undefined {
	if (typeof value === 'number') return value >= EARLIEST_EPOCH ? inRange(value) : undefined;
	if (value instanceof Date) return inRange(value.getTime());
	if (typeof value !== 'object' || value === null || !('toMillis' in value)) return undefined;
	return typeof value.toMillis === 'function' ? inRange(Number(value.toMillis())) : undefined;
}

const inRange = (instant: number): Instant | undefined =>
	Math.abs(instant) <= LATEST_MS ? instant : undefined;

const dayOfDateValue = (instant: Instant, timezone: string): Day =>
	dayOf(instant, instant % DAY_MS === 0 ? 'UTC' : timezone);
