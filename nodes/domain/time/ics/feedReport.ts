import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { formatDate, type DayNumber } from '../wallClock';
import type { WhyPassedOver } from './closeDays';
import { nameOf, type Days, type FeedReading } from './feedReading';
import { isRepeated } from './occurrences';
import { valueNamed, type IcsEvent } from './readEvents';

/** What came of reading a feed: it travels with the calendar, so that people see it on the clock. */
export const feedReportSchema = closedObject({
	/** Events in the text. */
	events: z.number(),
	/** Those that closed or opened a date. */
	read: z.number(),
	passedOver: z.array(
		closedObject({
			why: z.string(),
			count: z.number(),
			/** Some of them by name. */
			names: z.array(z.string()),
		}),
	),
	/** The last date that the feed knows something of; holidays after it are not known. */
	until: z.string().optional(),
});
export type FeedReport = z.infer<typeof feedReportSchema>;

const MOST_NAMES = 3;

/** Counts the events of a feed as they are read. */
export function feedReport(events: number, reading: FeedReading) {
	const passed = new Map<WhyPassedOver, { count: number; names: string[] }>();
	let left = events;
	let dated: DayNumber | undefined;
	let endless = false;
	return {
		/** Takes note of an event that was read, or of why it was not. */
		note(event: IcsEvent, why: WhyPassedOver | undefined): void {
			if (why === undefined) return;
			left--;
			const one = passed.get(why) ?? { count: 0, names: [] };
			one.count++;
			const name = nameOf(event).slice(0, 80);
			if (one.names.length < MOST_NAMES && !one.names.includes(name)) one.names.push(name);
			passed.set(why, one);
		},
		/** Takes note of dates that an event covers. */
		cover(event: IcsEvent, { to }: Days): void {
			if (isEndless(event)) endless = true;
			else dated = Math.max(dated ?? 0, Math.min(to, reading.to) - 1);
		},
		finish(): FeedReport {
			const last = dated ?? (endless ? reading.to - 1 : undefined);
			const passedOver = [...passed].map(([why, one]) => ({ why: inWords(why, reading), ...one }));
			const until = last === undefined ? {} : { until: formatDate(last) };
			return { events, read: left, passedOver, ...until };
		},
	};
}

const isEndless = (event: IcsEvent): boolean =>
	isRepeated(event) && !/UNTIL|COUNT/i.test(valueNamed(event, 'RRULE') ?? 'COUNT');

function inWords(why: WhyPassedOver, { from, to, zone }: FeedReading): string {
	switch (why) {
		case 'cancelled':
			return 'cancelled';
		case 'not asked for':
			return 'left out by name, category or description';
		case 'outside':
			return `not between ${formatDate(from)} and ${formatDate(to - 1)}`;
		case 'part of a day':
			return 'shorter than a day';
		case 'no whole day':
			return `covers no date from midnight to midnight in ${zone.name}`;
		case 'unclear':
			return `from midnight to midnight in UTC, which may mean whole days or be another time in ${zone.name}: write it as dates, or list its dates in “holidays”`;
	}
}
