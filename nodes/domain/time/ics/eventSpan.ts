import { DateTime, Duration, IANAZone } from 'luxon';
import type { Instant } from '../../base/instant';
import { HandoffProblem } from '../../base/problem';
import { localDay, localTimeOfDay } from '../localTime';
import { DAY, type DayNumber } from '../wallClock';
import { zoneNamed } from '../zone';
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
	const ended = end
		? readTime(end, name, zone).toMillis()
		: began.toMillis() + durationOf(event, name);
	const lasting = Math.max(0, ended - began.toMillis());
	const first = localDayOf(began);
	return {
		first,
		days: Math.ceil(lasting / DAY) + 2,
		wholeDays(begin) {
			const from = began.plus({ days: begin - first }).toMillis();
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
	return localDayOf(readTime(line, name, zone).setZone(zoneOf(start, zone)));
}

const localDayOf = (at: DateTime): DayNumber =>
	Math.floor((at.toMillis() + at.offset * 60_000) / DAY);

/** The local dates of which no moment lies outside [from, to). */
function wholeDaysIn(zone: string, from: Instant, to: Instant) {
	const local = zoneNamed(zone);
	const begin = localDay(local, from) + (localTimeOfDay(local, from) > 0 ? 1 : 0);
	return { from: begin, to: Math.max(begin, localDay(local, to)) };
}

function readTime(line: IcsLine, name: string, zone: string): DateTime<true> {
	const text = line.value.trim();
	const named = zoneOf(line, zone);
	if (named !== 'utc' && !IANAZone.isValidZone(named)) throw unknownZone(name, named);
	const at = DateTime.fromFormat(text.replace('Z', ''), "yyyyMMdd'T'HHmmss", { zone: named });
	if (at.isValid) return at;
	throw unreadable(name, 'time', text);
}

const zoneOf = ({ value, parameters }: IcsLine, zone: string): string =>
	value.trim().endsWith('Z') ? 'utc' : (parameters.get('TZID') ?? zone);

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
