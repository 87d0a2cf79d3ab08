import { Duration } from 'luxon';
import { DAY, MINUTE, type DayNumber } from '../wallClock';
import type { Zone } from '../zone';
import {
	dateMeant,
	instantNear,
	offsetNear,
	unreadable,
	zoneOfLine,
	type Days,
	type FeedReading,
} from './feedReading';
import { dayEndedAt, dayOfWall, readWall, timeOfWall, type WrittenTime } from './icsTime';
import type { IcsLine } from './contentLines';
import { lineOf, type IcsEvent } from './readEvents';
import { wholeDaysIn } from './wholeDaysIn';

/** When an event is, before it repeats. */
export interface EventSpan {
	/** Its beginning on its own clock: wall time in milliseconds as if that were UTC. */
	start: number;
	/** The zone of that clock; undefined for an all-day event, which has only dates. */
	own: Zone | undefined;
	/** At most so many days after its beginning it still lasts. */
	days: number;
	/** Days that are meant or not: from midnight to midnight in UTC, and nothing says “all day”. */
	unclear: boolean;
	/** The local dates, in the calendar's zone, that it covers whole when it begins on a date. */
	wholeDays(begin: DayNumber): Days;
}

/**
 * Reads DTSTART with DTEND or DURATION. An event of dates lasts until the day before DTEND, or one
 * day; one of times covers the dates that lie in it from midnight to midnight, where 23:59 is
 * midnight. `'part of a day'` for one that is too short to cover any.
 *
 * @throws HandoffProblem for a beginning or an end that cannot be read
 */
export function readSpan(event: IcsEvent, reading: FeedReading): EventSpan | 'part of a day' {
	const line = lineOf(event, 'DTSTART');
	const start = line && readWall(line.value);
	const what = line?.value.includes('T') ? 'time' : 'start';
	if (!line || !start) throw unreadable(event, what, line?.value);
	if (isAllDay(event, { line, start }))
		return daySpan(event, dateMeant(start, reading).day, reading);
	return timedSpan(event, { line, start }, reading);
}

interface Written {
	line: IcsLine;
	start: WrittenTime;
}

const FLAGS = [
	'X-MICROSOFT-CDO-ALLDAYEVENT',
	'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT',
	'X-FUNAMBOL-ALLDAY',
];

const isAllDay = (event: IcsEvent, { line, start }: Written): boolean =>
	start.isDate ||
	line.parameters.get('VALUE')?.toUpperCase() === 'DATE' ||
	event.some(({ name, value }) => FLAGS.includes(name) && /^(?:true|1)$/i.test(value.trim()));

function daySpan(event: IcsEvent, first: DayNumber, reading: FeedReading): EventSpan {
	const end = readEnd(event);
	const { nominal, exact } = end ? NOTHING : readDuration(event);
	const last = end ? dayAfter(end.written, reading) : first + Math.ceil((nominal + exact) / DAY);
	const days = Math.max(1, last - first);
	const wholeDays = (begin: DayNumber) => ({ from: begin, to: begin + days });
	return { start: first * DAY, own: undefined, days, unclear: false, wholeDays };
}

const NOTHING: Lasting = { nominal: 0, exact: 0 };

/** The first date that an all-day event does not cover. */
function dayAfter(end: WrittenTime, reading: FeedReading): DayNumber {
	const { day, endsDay } = dateMeant(end, reading);
	return endsDay ? day + 1 : day;
}

/** The shortest local day has 23 hours, and two minutes may be missing at its ends. */
const SHORTEST_DAY = 23 * 60 * MINUTE - 2 * MINUTE;

function timedSpan(
	event: IcsEvent,
	{ line, start: { wall, isUtc } }: Written,
	reading: FeedReading,
): EventSpan | 'part of a day' {
	const { nominal, exact } = readLasting(event, { line, wall }, reading);
	if (nominal + exact < SHORTEST_DAY) return 'part of a day';
	const { zone } = reading;
	const own = zoneOfLine(line, event, reading);
	const ended = wall + nominal + exact;
	const wholeInUtc =
		timeOfWall(wall) === 0 && timeOfWall(dayEndedAt(ended) * DAY - ended) <= MINUTE;
	return {
		start: wall,
		own,
		days: Math.ceil((nominal + exact) / DAY) + 2,
		unclear: isUtc && wholeInUtc && offsetNear(zone, wall, reading) !== 0,
		wholeDays(begin) {
			const began = wall + (begin - dayOfWall(wall)) * DAY;
			const to = instantNear(own, began + nominal, reading) + exact;
			return wholeDaysIn(zone, instantNear(own, began, reading), to);
		},
	};
}

/** How long an event lasts: on its own clock, and in real time on top of that. */
interface Lasting {
	nominal: number;
	exact: number;
}

function readLasting(
	event: IcsEvent,
	{ line, wall }: { line: IcsLine; wall: number },
	reading: FeedReading,
): Lasting {
	const end = readEnd(event);
	if (end === undefined) return readDuration(event);
	const isSameClock =
		end.line.parameters.get('TZID') === line.parameters.get('TZID') &&
		/z$/i.test(end.line.value.trim()) === /z$/i.test(line.value.trim());
	if (isSameClock || end.written.isDate) return { nominal: end.written.wall - wall, exact: 0 };
	const at = instantNear(zoneOfLine(end.line, event, reading), end.written.wall, reading);
	const own = zoneOfLine(line, event, reading);
	return { nominal: at + offsetNear(own, at, reading) - wall, exact: 0 };
}

function readEnd(event: IcsEvent): { line: IcsLine; written: WrittenTime } | undefined {
	const line = lineOf(event, 'DTEND');
	if (line === undefined || line.value.trim() === '') return undefined;
	const written = readWall(line.value);
	if (written === undefined) throw unreadable(event, 'end', line.value);
	return { line, written };
}

/** A day of a DURATION is one on the calendar, whatever the clocks do; 24 hours are 24 hours. */
function readDuration(event: IcsEvent): Lasting {
	const text = lineOf(event, 'DURATION')?.value.trim() ?? 'P0D';
	const read = /^\+?P[\dWDTHMS]{1,40}$/.test(text) && Duration.fromISO(text.replace('+', ''));
	if (!read || !read.isValid) throw unreadable(event, 'duration', text);
	const { weeks, days } = read;
	const nominal = (weeks * 7 + days) * DAY;
	return { nominal, exact: read.minus({ weeks, days }).toMillis() };
}
