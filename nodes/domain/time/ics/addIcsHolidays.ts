import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { dateOfHoliday, type Holiday } from '../calendarDates';
import { hoursOfWeekday, type RegularHours, type WrittenHours } from '../regularHours';
import type { Weekday } from '../wallClock';
import type { IcsChoice } from './feedChoice';
import type { FeedReport } from './feedReport';
import { readHolidayFeed, type HolidayFeed } from './holidaysFromIcs';

/** What a calendar says of its feed. */
interface FeedOfCalendar extends Omit<IcsChoice, 'timezone' | 'open'> {
	text: string;
	open?: Record<string, WrittenHours | Weekday> | undefined;
}

interface WithIcs extends RegularHours {
	timezone: string;
	holidays: Holiday[];
	exceptions: Record<string, WrittenHours>;
	holidaysIcs?: FeedOfCalendar | undefined;
	feed?: FeedReport | undefined;
}

/**
 * Only the dates are kept of a feed, and the report on how it was read: it is long, and a calendar
 * travels with every handoff.
 */
export function addIcsHolidays<Given extends WithIcs>(
	{ holidaysIcs, ...calendar }: Given,
	context: z.RefinementCtx,
): Omit<Given, 'holidaysIcs'> {
	if (holidaysIcs === undefined) return calendar;
	const { text, open = {}, ...choice } = holidaysIcs;
	const { timezone } = calendar;
	try {
		const feed = readHolidayFeed(text, { ...choice, timezone, open: Object.keys(open) });
		return {
			...calendar,
			holidays: withClosed(calendar.holidays, feed),
			exceptions: { ...openedDates(calendar, feed, open), ...calendar.exceptions },
			feed: feed.report,
		};
	} catch (thrown) {
		const { message, remedy } = thrown instanceof HandoffProblem ? thrown : unreadable(thrown);
		const code = z.ZodIssueCode.custom;
		const issue = { code, message, path: ['holidaysIcs'], params: { remedy }, fatal: true };
		context.addIssue(issue);
		return z.NEVER;
	}
}

/** The dates that were written, and those of the feed that were not, in order. */
function withClosed(written: readonly Holiday[], { closed }: HolidayFeed): Holiday[] {
	const known = new Set(written.map(dateOfHoliday));
	const added = closed
		.filter(({ date }) => !known.has(date))
		.map(({ date, name }): Holiday => (name === '' ? date : { date, name }));
	return [...written, ...added].sort((one, other) =>
		dateOfHoliday(one) < dateOfHoliday(other) ? -1 : 1,
	);
}

/** The dates on which the feed has people work, each with the hours that its word stands for. */
function openedDates(
	calendar: RegularHours,
	{ opened }: HolidayFeed,
	open: NonNullable<FeedOfCalendar['open']>,
): Record<string, WrittenHours> {
	const entries = opened.map(({ date, word }): [string, WrittenHours] => {
		const hours = open[word] ?? [];
		return [date, typeof hours === 'string' ? hoursOfWeekday(calendar, hours, date) : hours];
	});
	return Object.fromEntries(entries);
}

const unreadable = (thrown: unknown): HandoffProblem =>
	new HandoffProblem(
		`the text cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
		'List the dates in “holidays”.',
	);
