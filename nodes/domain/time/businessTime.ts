import { formatInstant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import type { Calendar } from './calendar';
import {
	addOpen,
	isOpenAt,
	nextOpen,
	openBetween,
	openTimeOf,
	previousOpen,
	subtractOpen,
} from './openTime';
import { readInstant } from './readInstant';
import { MINUTE } from './wallClock';
import { addWorkingDaysToInstant, MOST_WORKING_DAYS } from './workingDays';
import { readAmount } from './readAmount';

/*
 * Business time is elapsed real time inside the open intervals of a calendar, counted in whole
 * milliseconds:
 * - Intervals are half-open, [open, close): open at the opening instant, closed at the closing one.
 * - Wall-clock ends are converted in the calendar's zone on their own date. An end is the first
 *   instant at which the local clock has reached it: in a spring gap the change, in an autumn
 *   overlap the first occurrence. A night shift has 7 h in spring and 9 h in autumn.
 * - Overlapping and touching intervals merge. Exceptions beat holidays, holidays beat weekly hours;
 *   a holiday also cuts the shift that began the evening before at local midnight, unless the
 *   calendar says `holidayFrom: "shift"`.
 *
 * Calendars are the JSON that `parseCalendar` reads; instants are ISO 8601 with an offset, results
 * are UTC. All functions throw HandoffProblem for a calendar with a mistake, a text that is not an
 * instant, an amount that is not a number, and when no open time is found from 1900 to 2199.
 */

/** What a result that falls on a closing instant, or an amount of zero, means. */
export type Landing =
	/** The earliest instant: "due by". The default. */
	| 'closing'
	/** The first open instant from there on: "work can start at". */
	| 'nextOpening';

/**
 * The earliest instant by which `minutes` of business time have passed since `start`. An amount used
 * up exactly at closing is due at closing; zero gives `start`, also while closed.
 *
 * @param minutes a fraction counts to the millisecond; a negative amount is subtracted
 * @example add(office, '2026-03-02T15:00:00Z', 240) // Mon 16:00 in Berlin -> Tue 12:00
 */
export function add(
	calendar: Calendar,
	start: string,
	minutes: number,
	options: { landing?: Landing } = {},
): string {
	const table = openTimeOf(calendar);
	const amount = readAmount(minutes);
	const from = readInstant(start, 'The start');
	const due = amount < 0 ? subtractOpen(table, from, -amount) : addOpen(table, from, amount);
	return formatInstant(options.landing === 'nextOpening' ? nextOpen(table, due) : due);
}

/** The latest instant since which `minutes` of business time have passed at `end`. */
export const subtract = (calendar: Calendar, end: string, minutes: number): string =>
	add(calendar, end, -minutes);

/**
 * The same time of day, a number of working days on; back when negative. A working day is a local
 * date with any open time, however little. Where it opens later or closes earlier than the time of
 * day, its first opening or last closing is meant; zero days give `start`.
 *
 * @param days whole days, at most `MOST_WORKING_DAYS`
 * @example addWorkingDays(office, '2026-03-06T15:00:00Z', 1) // Fri 16:00 in Berlin -> Mon 16:00
 */
export function addWorkingDays(calendar: Calendar, start: string, days: number): string {
	if (!Number.isInteger(days) || Math.abs(days) > MOST_WORKING_DAYS) {
		throw new HandoffProblem(
			`${String(days)} is not a number of working days`,
			`Give a whole number of at most ${MOST_WORKING_DAYS}; for parts of a day, add minutes of business time.`,
		);
	}
	const from = readInstant(start, 'The start');
	return formatInstant(addWorkingDaysToInstant(openTimeOf(calendar), from, days));
}

/** Business time in [start, end) in minutes, with fractions; negative when `end` is earlier. */
export const between = (calendar: Calendar, start: string, end: string): number =>
	betweenMs(calendar, start, end) / MINUTE;

/** Business time in [start, end) in whole milliseconds; negative when `end` is earlier. */
export const betweenMs = (calendar: Calendar, start: string, end: string): number =>
	openBetween(openTimeOf(calendar), readInstant(start, 'The start'), readInstant(end, 'The end'));

/** Whether the calendar is open at an instant. */
export const isOpen = (calendar: Calendar, instant: string): boolean =>
	isOpenAt(openTimeOf(calendar), readInstant(instant, 'The instant'));

/** The first open instant at or after an instant. */
export const next = (calendar: Calendar, instant: string): string =>
	formatInstant(nextOpen(openTimeOf(calendar), readInstant(instant, 'The instant')));

/**
 * The latest instant at or before an instant up to which the calendar was open: the last closing, or
 * the instant itself when work went on right up to it. The mirror of `next`.
 */
export const previous = (calendar: Calendar, instant: string): string =>
	formatInstant(previousOpen(openTimeOf(calendar), readInstant(instant, 'The instant')));
