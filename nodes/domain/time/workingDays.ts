import type { Instant } from '../base/instant';
import { localDay } from './localTime';
import { intervalsBetween, nextOpen, previousOpen } from './openTime';
import type { OpenTable } from './openTable';
import { DAY, type DayNumber } from './wallClock';
import { firstInstantAt, offsetAt } from './zone';

/**
 * The same time of day, a number of working days on (or back, when negative). A working day is a
 * local date on which a shift begins; a shift that crosses or reaches midnight belongs to it whole,
 * and work around the clock belongs to the date. Where that day opens later or closes earlier than
 * the time of day, its first opening or last closing is meant.
 */
export function addWorkingDaysToInstant(table: OpenTable, from: Instant, days: number): Instant {
	if (days === 0) return from;
	const begun = workingDayOf(table, from);
	const day = addWorkingDaysToDate(table, begun, days);
	const wall = from + offsetAt(table.zone, from) + (day - begun) * DAY;
	return withinHours(table, day, firstInstantAt(table.zone, wall));
}

/** Far more than anybody plans ahead, and still quickly counted. */
export const MOST_WORKING_DAYS = 2600;

/** The date that lies a number of working days after a date, or before it when negative. */
export function addWorkingDaysToDate(table: OpenTable, date: DayNumber, days: number): DayNumber {
	let day = date;
	for (let count = 0; count < Math.abs(days); count++) {
		day = days > 0 ? workingDayAfter(table, day) : workingDayBefore(table, day);
	}
	return day;
}

/** The date to which an instant belongs: that of the shift in or at the end of which it lies. */
export function workingDayOf(table: OpenTable, instant: Instant): DayNumber {
	const shift = intervalBefore(table, instant);
	return shift !== undefined && isShift(shift)
		? localDay(table.zone, shift.open)
		: localDay(table.zone, shift?.close === instant ? instant - 1 : instant);
}

interface Interval {
	open: Instant;
	close: Instant;
}

/** The interval that is open right up to an instant, known for a day on either side. */
const intervalBefore = (table: OpenTable, instant: Instant): Interval | undefined =>
	intervalsBetween(table, instant - DAY, instant + DAY).find(
		({ open, close }) => open < instant && instant <= close,
	);

/** Whether an open interval is one shift; a longer one is work around the clock. */
const isShift = ({ open, close }: Interval): boolean => close - open < DAY;

const midnight = ({ zone }: OpenTable, day: DayNumber): Instant => firstInstantAt(zone, day * DAY);

function workingDayAfter(table: OpenTable, day: DayNumber): DayNumber {
	const from = midnight(table, day + 1);
	const running = intervalBefore(table, from);
	const begins = running !== undefined && isShift(running) ? running.close : from;
	return localDay(table.zone, nextOpen(table, begins));
}

/** One millisecond back from the last open instant, because midnight belongs to both dates. */
const workingDayBefore = (table: OpenTable, day: DayNumber): DayNumber =>
	workingDayOf(table, previousOpen(table, midnight(table, day)) - 1);

/** The hours that belong to a working day, from its first opening to its last closing. */
export function hoursOfWorkingDay(table: OpenTable, day: DayNumber): Interval | undefined {
	const [from, to] = [midnight(table, day), midnight(table, day + 1)];
	const own = intervalsBetween(table, from - DAY, to + DAY).filter((interval) =>
		isShift(interval)
			? interval.open >= from && interval.open < to
			: interval.close > from && interval.open < to,
	);
	const [first, last] = [own[0], own.at(-1)];
	if (first === undefined || last === undefined) return undefined;
	const close = isShift(last) ? last.close : Math.min(to, last.close);
	return { open: Math.max(from, first.open), close };
}

function withinHours(table: OpenTable, day: DayNumber, instant: Instant): Instant {
	const { open, close } = hoursOfWorkingDay(table, day) ?? { open: instant, close: instant };
	return Math.min(Math.max(instant, open), close);
}
