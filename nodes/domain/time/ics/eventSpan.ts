import { Duration } from 'luxon';
import type { Instant } from '../../base/instant';
import { HandoffProblem } from '../../base/problem';
import { localDay, localTimeOfDay } from '../localTime';
import { DAY, HOUR, MINUTE, type DayNumber } from '../wallClock';
import { firstInstantAt, isTimeZone, zoneNamed, type Zone } from '../zone';
import type { IcsEvent, IcsLine } from './readEvents';
import { dayOfText } from './recurrence';

/** When an event is, before it repeats: in days, or in wall time of a zone. */
export interface EventSpan {
	/** The local date on which it begins, in its own zone. */
	first: DayNumber;
	/** The local dates, in the calendar's zone, that it covers whole when it begins on a date. */
	wholeDays(begin: DayNumber): { from: DayNumber; to: DayNumber };
	/** At most so many days after its beginning it still lasts. */
	days: number;
}

/**
 * Reads DTSTART with DTEND or DURATION. An all-day event lasts until the day before DTEND, or one
 * day; a timed event covers the dates that lie in it from midnight to midnight.
 *
 * @param zone the calendar's zone: what a time without a zone means, and whose dates are asked for
 */
export function readSpan(event: IcsEvent, name: string, zone: string): EventSpan {
	const start = lineOf(event, 'DTSTART');
	const first = start && dayOfText(start.value);
	if (!start || first === undefined) throw unreadable(name, 'start', start?.value);
	return isDate(start) ? daySpan(event, name, first) : timedSpan(event, name, { start, zone });
}

export const lineOf = (event: IcsEvent, name: string): IcsLine | undefined =>
	event.find((line) => line.name === name);

const isDate = ({ value }: IcsLine): boolean => /^\d{8}$/.test(value.trim());

function daySpan(event: IcsEvent, name: string, first: DayNumber): EventSpan {
	const end = lineOf(event, 'DTEND');
	const until = end && dayOfText(end.value);
	if (end && until === undefined) throw unreadable(name, 'end', end.value);
	const lasting = until === undefined ? durationOf(event, name) / DAY : until - first;
	const days = Math.max(1, Math.ceil(lasting));
	return { first, days, wholeDays: (begin) => ({ from: begin, to: begin + days }) };
}

function timedSpan(
	event: IcsEvent,
	name: string,
	{ start, zone }: { start: IcsLine; zone: string },
): EventSpan {
	const began = readTime(start, name, zone);
	const end = lineOf(event, 'DTEND');
	const ended = end ? instantOf(readTime(end, name, zone)) : undefined;
	const lasting = Math.max(
		0,
		ended === undefined ? durationOf(event, name) : ended - instantOf(began),
	);
	const first = Math.floor(began.wall / DAY);
	return {
		first,
		days: Math.ceil(lasting / DAY) + 2,
		wholeDays(begin) {
			const from = firstInstantAt(began.zone, began.wall + (begin - first) * DAY);
			return wholeDaysIn(zone, from, from + lasting);
		},
	};
}

/** The day on which an occurrence begins that EXDATE, RDATE or RECURRENCE-ID names. */
export function beginningDay(
	event: IcsEvent,
	line: IcsLine,
	{ name, zone }: { name: string; zone: string },
): DayNumber {
	const start = lineOf(event, 'DTSTART');
	if (start === undefined || isDate(start) || isDate(line)) {
		const day = dayOfText(line.value);
		if (day === undefined) throw unreadable(name, line.name, line.value);
		return day;
	}
	const at = readTime(line, name, zone);
	const own = zoneOf(start, name, zone);
	return at.zone === own ? Math.floor(at.wall / DAY) : localDay(own, instantOf(at));
}

/** The local dates of which no moment lies outside [from, to). */
function wholeDaysIn(zone: string, from: Instant, to: Instant) {
	const local = zoneNamed(zone);
	const begin = localDay(local, from) + (localTimeOfDay(local, from) > 0 ? 1 : 0);
	return { from: begin, to: Math.max(begin, localDay(local, to)) };
}

/** A time as it is written: on the clock of its zone, in milliseconds as if that were UTC. */
interface WrittenTime {
	wall: number;
	zone: Zone;
}

const instantOf = ({ wall, zone }: WrittenTime): Instant => firstInstantAt(zone, wall);

const TIME = /^(\d{8})T([01]\d|2[0-3])([0-5]\d)([0-5]\d)Z?$/;

function readTime(line: IcsLine, name: string, zone: string): WrittenTime {
	const text = line.value.trim();
	const [, date = '', hours, minutes, seconds] = TIME.exec(text) ?? [];
	const day = dayOfText(date);
	if (day === undefined) throw unreadable(name, 'time', text);
	const ofDay = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
	return { wall: day * DAY + ofDay, zone: zoneOf(line, name, zone) };
}

function zoneOf({ value, parameters }: IcsLine, name: string, zone: string): Zone {
	const named = value.trim().endsWith('Z') ? 'Etc/UTC' : (parameters.get('TZID') ?? zone);
	if (!isTimeZone(named)) throw unknownZone(name, named);
	return zoneNamed(named);
}

function durationOf(event: IcsEvent, name: string): number {
	const line = lineOf(event, 'DURATION');
	if (!line) return 0;
	const text = line.value.trim();
	const lasting = /^\+?P[\dWDTHMS]+$/.test(text)
		? Duration.fromISO(text.replace('+', '')).toMillis()
		: Number.NaN;
	if (Number.isFinite(lasting)) return lasting;
	throw unreadable(name, 'duration', text);
}

export const unreadable = (name: string, what: string, text = ''): HandoffProblem =>
	new HandoffProblem(
		`The holiday “${name}” has no ${what} that can be read: ${JSON.stringify(text.slice(0, 100))}`,
		'Correct the feed, or leave this event out by its name.',
	);

const unknownZone = (name: string, zone: string): HandoffProblem =>
	new HandoffProblem(
		`The holiday “${name}” has times in ${JSON.stringify(zone.slice(0, 100))}, which is not an IANA time zone`,
		'Use a feed of all-day events or of IANA zones, or leave this event out by its name.',
	);
