import { DateTime } from 'luxon';
import type { Instant } from '../base/instant';
import { FIRST_YEAR, isCountedDay, LAST_YEAR } from '../time/countedYears';
import { localDay } from '../time/localTime';
import { zoneNamed } from '../time/zone';
import { exampleOf } from './dateFormat';
import { readable } from './readable';
import { parseDay, type Day } from './writtenDay';
import { say, type Sentence } from '../language/sentence';

export const DAY_MS = 86_400_000;
const COUNTED = { first: FIRST_YEAR, end: LAST_YEAR };
const LATEST_MS = 8.64e15;
const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** A day as most systems send it among times; no library has to read it. */
const ISO_MIDNIGHT = /^\d{4}-\d\d-\d\dT00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]00:?00)?$/;

/** Milliseconds since 1970 as CRMs send them, as text: twelve digits reach back to 1973. */
const EPOCH_TEXT = /^\d{12,16}$/;
const EARLIEST_EPOCH = 1e11;

/** Days as spreadsheets count them, from 1954 to 2119: what n8n reads from a cell with a date. */
const SERIAL_OF_1970 = 25_569;
const FIRST_SERIAL = 20_000;
const END_SERIAL = 80_000;

const DAY_LENGTH = 10;

/** In these years the offsets of a zone are kept: to ask for each date costs far more. */
const NEAR = { from: Date.UTC(2015, 0), to: Date.UTC(2045, 0) };

/** How dates are written, and the zone that says on which day an instant falls. */
export interface DayForm {
	timezone: string;
	/** Tokens as in Luxon's table of tokens, such as `dd.MM.yyyy`, besides the ISO form. */
	format?: string | undefined;
}

/** The day on which an instant falls in a zone. */
export function dayOf(instant: Instant, timezone: string): Day {
	if (timezone === 'UTC') return Math.floor(instant / DAY_MS);
	if (instant >= NEAR.from && instant < NEAR.to) return localDay(zoneNamed(timezone), instant);
	const { year, month, day } = DateTime.fromMillis(instant, { zone: timezone });
	return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Writes a day as `2026-03-02`. */
export function formatDay(day: Day): string {
	const date = new Date(day * DAY_MS);
	return Number.isNaN(date.getTime()) ? '' : (date.toISOString().split('T')[0] ?? '');
}

/**
 * Reads a day from what systems send: an ISO date, an ISO time with or without offset (without, the
 * written day counts), milliseconds since 1970 as number or text, the serial number of a spreadsheet,
 * a date object, or the format.
 *
 * Midnight UTC stands for the day itself in every zone: that is how CRMs send a date as an instant.
 *
 * @returns undefined for what is no date, and for a date outside the years that are counted
 */
export function readDay(value: unknown, form: DayForm): Day | undefined {
	const day = readAnyDay(value, form);
	return day !== undefined && isCountedDay(day) ? day : undefined;
}

/** Why a value gives no day: it is no date, is not written as agreed, or is one of a far year. */
export function sayUnread(value: unknown, form: DayForm): Sentence {
	if (readAnyDay(value, form) !== undefined) return say('shortfallFarDate', COUNTED);
	const { format } = form;
	return format === undefined || typeof value !== 'string'
		? say('shortfallNotDate')
		: say('shortfallDateForm', { format, example: exampleOf(format) });
}

/** Why nothing can be compared with the day of another field. */
export const sayUnreadBeside = (field: string, value: unknown, form: DayForm): Sentence =>
	readAnyDay(value, form) === undefined
		? say('shortfallNoDateBeside', { field })
		: say('shortfallFarDateBeside', { field, ...COUNTED });

function readAnyDay(value: unknown, { timezone, format }: DayForm): Day | undefined {
	if (typeof value === 'string') {
		return parseDay(value) ?? readDayText(readable(value), timezone, format);
	}
	const instant = readInstant(value);
	return instant === undefined ? undefined : dayOfDateValue(instant, timezone);
}

function readDayText(text: string, timezone: string, format: string | undefined): Day | undefined {
	const day = parseDay(text);
	if (day !== undefined) return day;
	if (text.length > 100) return undefined;
	if (EPOCH_TEXT.test(text)) return dayOfDateValue(Number(text), timezone);
	if (ISO_MIDNIGHT.test(text)) return parseDay(text.slice(0, DAY_LENGTH));
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
	if (typeof value === 'number') {
		if (value >= FIRST_SERIAL && value < END_SERIAL) return (value - SERIAL_OF_1970) * DAY_MS;
		return value >= EARLIEST_EPOCH ? inRange(value) : undefined;
	}
	if (value instanceof Date) return inRange(value.getTime());
	if (typeof value !== 'object' || value === null || !('toMillis' in value)) return undefined;
	return typeof value.toMillis === 'function' ? inRange(Number(value.toMillis())) : undefined;
}

const inRange = (instant: number): Instant | undefined =>
	Math.abs(instant) <= LATEST_MS ? instant : undefined;

const dayOfDateValue = (instant: Instant, timezone: string): Day =>
	dayOf(instant, instant % DAY_MS === 0 ? 'UTC' : timezone);
