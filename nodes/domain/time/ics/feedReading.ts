import { HandoffProblem } from '../../base/problem';
import { localDay, localTimeOfDay } from '../localTime';
import { DAY, MINUTE, type DayNumber } from '../wallClock';
import { zoneNamed, type Zone } from '../zone';
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
	const known = reading.zones.get(written) ?? zoneOfFile(written, reading.file, aroundOf(reading));
	reading.zones.set(written, known);
	if (known !== undefined) return known;
	throw new HandoffProblem(
		`The holiday “${nameOf(event)}” has times in ${JSON.stringify(written.slice(0, 100))}, which is neither an IANA time zone nor one of Windows, and the feed does not say what it is`,
		'Use a feed of all-day events or of IANA zones, or leave this event out by its name.',
	);
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
