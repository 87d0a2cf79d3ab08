import { HandoffProblem } from '../../base/problem';
import { localDay, localTimeOfDay } from '../localTime';
import { DAY, MINUTE, type DayNumber } from '../wallClock';
import type { Instant } from '../../base/instant';
import { firstInstantAt, offsetAt, zoneNamed, type Zone } from '../zone';
import type { Recurrence } from './recurrence';
import { dayEndedAt, dayOfWall, timeOfWall, type WrittenTime } from './icsTime';
import { zoneOfFile } from './icsZones';
import type { IcsLine } from './contentLines';
import { plainText, valueNamed, type IcsEvent, type IcsFile } from './readEvents';

/** Local dates from one to before another. */
export interface Days {
	from: DayNumber;
	/** Exclusive. */
	to: DayNumber;
}

/** How an iCalendar text is read, for all of its events. */
export interface FeedReading extends Days {
	file: IcsFile;
	/** The calendar's zone: whose dates are asked for, and what a time without a zone means. */
	zone: Zone;
	/** Zones of the file that were looked for already, by TZID. */
	zones: Map<string, Zone | undefined>;
	/** Rules of repetition that were read already, by their text; undefined for one that is none. */
	rules: Map<string, Recurrence | undefined>;
	/** Counts what a text makes us look at; throws when that is more than a feed of holidays has. */
	countLookedAt: (amount: number) => void;
}

/** What people call an event; empty when it has no name. */
export const eventName = (event: IcsEvent): string =>
	plainText(valueNamed(event, 'SUMMARY') ?? '').slice(0, 200);

/** The same for reports and errors. */
export const nameOf = (event: IcsEvent): string => eventName(event) || 'without a name';

/** The zone of a line of an event. @throws HandoffProblem when nothing says what its TZID means */
export function zoneOfLine(line: IcsLine, event: IcsEvent, reading: FeedReading): Zone {
	if (/z$/i.test(line.value.trim())) return UTC;
	const written = line.parameters.get('TZID')?.trim() ?? '';
	if (written === '') return reading.zone;
	const known = reading.zones.get(written) ?? findZone(written, reading);
	if (known !== undefined) return known;
	throw new HandoffProblem(
		`The holiday “${nameOf(event)}” has times in ${JSON.stringify(written.slice(0, 100))}, which is neither an IANA time zone nor one of Windows, and the feed does not say what it is`,
		'Use a feed of all-day events or of IANA zones, or leave this event out by its name.',
	);
}

/** To learn the offsets of a zone costs about as much as to look at a date for each of these days. */
const DAYS_AN_OFFSET = 2;

function findZone(written: string, reading: FeedReading): Zone | undefined {
	const around = aroundOf(reading);
	reading.countLookedAt(Math.ceil((around.last - around.from) / DAYS_AN_OFFSET));
	const zone = zoneOfFile(written, reading.file, around);
	reading.zones.set(written, zone);
	return zone;
}

/**
 * The offset of a zone where it may matter for the asked dates; none far away from them: to learn the
 * offsets of centuries would keep everybody waiting.
 */
export const offsetNear = (zone: Zone, instant: Instant, reading: FeedReading): number =>
	isNear(instant, reading) ? offsetAt(zone, instant) : 0;

/** The instant of a wall time, exact where it may matter for the asked dates. */
export const instantNear = (zone: Zone, wall: number, reading: FeedReading): Instant =>
	isNear(wall, reading) ? firstInstantAt(zone, wall) : wall;

function isNear(at: number, reading: FeedReading): boolean {
	const { from, last } = aroundOf(reading);
	return at >= from * DAY && at <= last * DAY;
}

const UTC = zoneNamed('Etc/UTC');

/** The clocks may have been changed last long before the first asked date. */
const aroundOf = ({ from, to, countLookedAt }: FeedReading) => ({
	from: from - 800,
	last: to + 400,
	countLookedAt,
});

/**
 * The date that is meant where an all-day event has a time. Mail programs write local midnight in
 * UTC, of a zone that the event does not name: it is the calendar's, or the one in which that is
 * midnight, which lies at most half a day away.
 *
 * @returns `endsDay` when it is the last minute of that date
 */
export function dateMeant(
	{ wall, isUtc }: WrittenTime,
	{ zone }: Pick<FeedReading, 'zone'>,
): { day: DayNumber; endsDay: boolean } {
	const endsDay = dayEndedAt(wall) > dayOfWall(wall);
	if (!isUtc || timeOfWall(wall) === 0) return { day: dayOfWall(wall), endsDay };
	const local = localDay(zone, wall);
	const timeOfDay = localTimeOfDay(zone, wall);
	if (dayEndedAt(timeOfDay) > 0 || wall % MINUTE === LAST_SECOND)
		return { day: local, endsDay: true };
	return { day: timeOfDay === 0 ? local : Math.round(wall / DAY), endsDay: false };
}

const LAST_SECOND = 59_000;

export const unreadable = (event: IcsEvent, what: string, text = ''): HandoffProblem =>
	new HandoffProblem(
		`The holiday “${nameOf(event)}” has no ${what} that can be read: ${JSON.stringify(text.slice(0, 100))}`,
		'Correct the feed, or leave this event out by its name.',
	);
