import { DateTime } from 'luxon';
import type { Instant } from '../base/instant';
import type { ShownValue } from '../handoff/showing';
import { DAY_MS, readDay } from '../policy/day';
import { readable } from '../policy/readable';
import { isTimeZone } from '../time/timezone';
import { formatTime } from '../wording/formatTime';
import type { Reader, Way } from './reader';

/** A day with its weekday: `Mon 2 Mar 2026`. An instant is the day that the policy takes it for. */
export const showDate: Way = (value, { timezone, format }, reader) => {
	const day = readDay(value, { timezone: timezone ?? zoneOf(reader), format });
	return day === undefined ? undefined : writeWall(day * DAY_MS, 'dateFormat', reader);
};

/** A moment in the reader's zone; one that names no zone as it is written, a day as a day. */
export const showTime: Way = (value, showing, reader) => {
	const at = instantOf(value);
	if (at !== undefined) return { text: formatTime(at, zoneOf(reader), reader.wording) };
	const wall = typeof value === 'string' ? wallTimeOf(readable(value)) : undefined;
	return wall === undefined
		? showDate(value, showing, reader)
		: writeWall(wall, 'timeFormat', reader);
};

const zoneOf = ({ timezone }: Reader): string => (isTimeZone(timezone) ? timezone : 'UTC');

/** A wall clock, counted as if it were in UTC, in the language of the reader. */
function writeWall(
	wall: Instant,
	format: 'dateFormat' | 'timeFormat',
	{ wording }: Reader,
): ShownValue | undefined {
	const local = DateTime.fromMillis(wall, { zone: 'utc', locale: wording.language });
	return local.isValid ? { text: local.toFormat(wording[format]) } : undefined;
}

const EPOCH_TEXT = /^\d{12,14}$/;
const EARLIEST_EPOCH = 1e11;
const LATEST_MS = 8.64e15;
const ISO_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?$/i;
const LONGEST_TIME = 40;

/** Milliseconds since 1970, a date object, or an ISO time with its offset. */
function instantOf(value: unknown): Instant | undefined {
	if (typeof value === 'number') {
		return value >= EARLIEST_EPOCH && value <= LATEST_MS ? value : undefined;
	}
	if (value instanceof Date) return value.getTime();
	if (typeof value !== 'string' || value.length > LONGEST_TIME) return undefined;
	const text = readable(value);
	if (EPOCH_TEXT.test(text)) return Number(text);
	return isoTimeOf(text, true);
}

const wallTimeOf = (text: string): Instant | undefined =>
	text.length > LONGEST_TIME ? undefined : isoTimeOf(text, false);

function isoTimeOf(text: string, withOffset: boolean): Instant | undefined {
	const [, day = '', time = '', offset] = ISO_TIME.exec(text) ?? [];
	if (day === '' || (offset !== undefined) !== withOffset) return undefined;
	const read = DateTime.fromISO(`${day}T${time}${offset ?? ''}`, { zone: 'utc' });
	return read.isValid ? read.toMillis() : undefined;
}
