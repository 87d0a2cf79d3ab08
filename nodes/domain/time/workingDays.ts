import type { Instant } from '../base/instant';
import { localDay, localTimeOfDay } from './localTime';
import { intervalsBetween, nextOpen, previousOpen } from './openTime';
import type { OpenTable } from './openTable';
import { DAY, type DayNumber } from './wallClock';
import { firstInstantAt } from './zone';

/**
 * The same time of day, a number of working days on (or back, when negative). A working day is a
 * local date with any open time; where that day opens later or closes earlier than the time of day,
 * its first opening or last closing is meant.
 */
export function addWorkingDaysToInstant(table: OpenTable, from: Instant, days: number): Instant {
	const day = addWorkingDaysToDate(table, localDay(table.zone, from), days);
	const wall = day * DAY + localTimeOfDay(table.zone, from);
	return days === 0 ? from : withinHours(table, day, firstInstantAt(table.zone, wall));
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

const workingDayAfter = (table: OpenTable, day: DayNumber): DayNumber =>
	localDay(table.zone, nextOpen(table, firstInstantAt(table.zone, (day + 1) * DAY)));

const workingDayBefore = (table: OpenTable, day: DayNumber): DayNumber =>
	localDay(table.zone, previousOpen(table, firstInstantAt(table.zone, day * DAY)) - 1);

function withinHours(table: OpenTable, day: DayNumber, instant: Instant): Instant {
	const from = firstInstantAt(table.zone, day * DAY);
	const to = firstInstantAt(table.zone, (day + 1) * DAY);
	const intervals = intervalsBetween(table, from, to);
	const opening = Math.max(from, intervals[0]?.open ?? instant);
	const closing = Math.min(to, intervals[intervals.length - 1]?.close ?? instant);
	return Math.min(Math.max(instant, opening), closing);
}
