import { DateTime } from 'luxon';
import type { Instant } from '../base/instant';
import { FIRST_YEAR, isCountedDay, LAST_YEAR } from '../time/countedYears';
import { trimmed } from './trimmed';

/** A calendar day, counted from 1970-01-01, so that days can be compared and added. */
export type Day = number;

export const DAY_MS = 86_400_000;
const LATEST_MS = 8.64e15;
const EARLIEST_YEAR = 100;
const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Milliseconds since 1970 as CRMs send them, as text: twelve digits reach back to 1973. */
const EPOCH_TEXT = /^\d{12,16}$/;
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
export function formatDay(day: Day): string {
	const date = new Date(day * DAY_MS);
	return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '');
}

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

/**
 * Reads a day from what systems send: an ISO date, an ISO time with or without offset (without, the
 * written day counts), milliseconds since 1970 as number or text, a date object, or the format.
 *
 * Midnight UTC stands for the day itself in every zone: that is how CRMs send a date as an instant.
 *
 * @returns undefined for what is no date, and for a date outside the years that are counted
 */
export function readDay(value: unknown, form: DayForm): Day | undefined {
	const day = readAnyDay(value, form);
	return day !== undefined && isCountedDay(day) ? day : undefined;
}

/** Why a value gives no day, as the end of a sentence: it is no date, or one of a far year. */
export const describeUnread = (value: unknown, form: DayForm): string =>
	readAnyDay(value, form) === undefined
		? 'is not a date'
		: `is not a date from ${FIRST_YEAR} to ${LAST_YEAR}`;

function readAnyDay(value: unknown, { timezone, format }: DayForm): Day | undefined {
	if (typeof value === 'string') return readDayText(trimmed(value), timezone, format);
	const instant = readInstant(value);
	return instant === undefined ? undefined : dayOfDateValue(instant, timezone);
}

function readDayText(text: string, timezone: string, format: string | undefined): Day | undefined {
	const day = parseDay(text);
	if (day !== undefined) return day;
	if (text.length > 100) return undefined;
	if (EPOCH_TEXT.test(text)) return dayOfDateValue(Number(text), timezone);
	const time = ISO_TIME.exec(text);
	if (time !== null) {
		const parsed = DateTime.fromISO(text.replace(' ', 'T'), { zone: 'UTC' });
		if (!parsed.isValid) return undefined;
		return time[2] === undefined ? parseDay(time[1] ?? '') : dayOfDateValue(+parsed, timezone);
	}
	return format === undefined ? undefined : readFormat(text, format);
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
