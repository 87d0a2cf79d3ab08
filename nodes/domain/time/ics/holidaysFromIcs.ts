import { grouped } from '../../base/grouped';
import { HandoffProblem } from '../../base/problem';
import { isTimeZone, useIanaName } from '../timezone';
import { zoneNamed } from '../zone';
import { closeDays } from './closeDays';
import { readRange, wordsOfChoice, type IcsChoice } from './feedChoice';
import { eventName, type Days, type FeedReading } from './feedReading';
import { feedReport, type FeedReport } from './feedReport';
import { markedDays } from './markedDays';
import { uidOf, type Replacements } from './occurrences';
import { readIcsFile, type IcsEvent } from './readEvents';

/** What a feed says of the asked dates, in order. */
export interface HolidayFeed {
	closed: Array<{ date: string; name: string }>;
	/** Dates on which work is done by other hours, by the word of `open` that says so. */
	opened: Array<{ date: string; word: string }>;
	report: FeedReport;
}

/** Holidays, years that are looked through for one, and dates that are left out: all together. */
const MOST_LOOKED_AT = 40_000;

/**
 * Reads the events of an iCalendar text (RFC 5545): those of dates, and those of times that cover
 * whole dates, 00:00 to 23:59 among them. An event of a part of a day closes nothing; give that date
 * an exception. Cancelled events, EXDATE, RDATE and changed occurrences are heeded; an event may
 * repeat yearly, monthly, weekly or daily. What cannot close a date is passed over, unread, and
 * counted in the report with the reason.
 *
 * @throws HandoffProblem for a text that is no calendar, and for an event that may close a date and
 * cannot be read
 */
export function readHolidayFeed(text: string, choice: IcsChoice): HolidayFeed {
	const reading = readingOf(text, choice);
	const { events } = reading.file;
	const [closed, opened] = [markedDays<string>(reading), markedDays<string>(reading)];
	const report = feedReport(events.length, reading);
	const wordsOf = wordsOfChoice(choice);
	const replacements = replacementsIn(events);
	for (const event of events) {
		const { isWanted, opensBy } = wordsOf(event);
		const mark = (days: Days) => {
			report.cover(event, days);
			if (opensBy === undefined) closed.mark(days, eventName(event));
			else opened.mark(days, opensBy);
		};
		const why = isWanted ? closeDays(event, { reading, replacements }, mark) : 'not asked for';
		report.note(event, why);
	}
	return {
		closed: closed.entries().map(([date, name]) => ({ date, name })),
		opened: opened.entries().map(([date, word]) => ({ date, word })),
		report: report.finish(),
	};
}

function readingOf(text: string, choice: IcsChoice): FeedReading {
	const { timezone = 'UTC' } = choice;
	if (!isTimeZone(timezone)) {
		const written = JSON.stringify(timezone.slice(0, 60));
		throw new HandoffProblem(`${written} is not a time zone`, useIanaName(timezone));
	}
	let left = MOST_LOOKED_AT;
	const countLookedAt = (amount: number) => {
		left -= amount;
		if (left < 0) throw tooMany();
	};
	const asked = readRange(choice);
	const file = readIcsFile(text);
	const known = { zones: new Map(), rules: new Map() };
	return { ...asked, file, zone: zoneNamed(timezone), ...known, countLookedAt };
}

function replacementsIn(events: readonly IcsEvent[]): Replacements {
	const changing = events.filter((event) => event.some(({ name }) => name === 'RECURRENCE-ID'));
	return grouped(changing, uidOf);
}

const tooMany = (): HandoffProblem =>
	new HandoffProblem(
		'The iCalendar text has more dates to look at than a feed of holidays has, over 40,000',
		'Use a feed of public holidays alone, for fewer years.',
	);

/**
 * The local dates, in order, that the events of an iCalendar text close.
 *
 * @throws HandoffProblem as `readHolidayFeed` does
 * @example holidaysFromIcs(feed, { from: '2026-01-01', to: '2027-12-31', exclude: ['observance'] })
 */
export const holidaysFromIcs = (text: string, choice: IcsChoice): string[] =>
	readHolidayFeed(text, choice).closed.map(({ date }) => date);
