import type { Instant } from '../base/instant';
import type { Allowance } from './allowance';
import type { Calendar } from './calendar';
import { openBetween, openTimeOf } from './openTime';
import type { OpenTable } from './openTable';
import { readInstant } from './readInstant';
import { DAY, MINUTE, readTimeOfDay, type DayNumber } from './wallClock';
import { addWorkingDaysToDate, hoursOfWorkingDay, workingDayOf } from './workingDays';
import { firstInstantAt } from './zone';

/** Where an allowance in working days leads. */
export interface DaysAllowed {
	/** The working day from which it counts; the day itself is not one of those allowed. */
	from: DayNumber;
	/** The last closing of the last working day allowed. */
	end: Instant;
}

/**
 * The end of the working day that lies `workingDays` after the one on which something came. What
 * comes after the cut-off, after the last closing, or on a day without work came on the next one.
 *
 * @throws HandoffProblem when the hours end before
 */
export function daysAllowed(
	table: OpenTable,
	start: Instant,
	{ workingDays, cutOff }: { workingDays: number; cutOff?: string | undefined },
): DaysAllowed {
	const day = workingDayOf(table, start);
	const from = isInTime(table, day, { start, cutOff }) ? day : addWorkingDaysToDate(table, day, 1);
	const last = addWorkingDaysToDate(table, from, workingDays);
	return { from, end: hoursOfWorkingDay(table, last)?.close ?? start };
}

function isInTime(
	table: OpenTable,
	day: DayNumber,
	{ start, cutOff }: { start: Instant; cutOff: string | undefined },
): boolean {
	const hours = hoursOfWorkingDay(table, day);
	if (hours === undefined || start >= hours.close) return false;
	if (cutOff === undefined) return true;
	const wall = day * DAY + (readTimeOfDay(cutOff) ?? 0) * MINUTE;
	const [same, next] = [wall, wall + DAY].map((at) => firstInstantAt(table.zone, at));
	const isOfNight = (same ?? 0) < hours.open && (next ?? 0) <= hours.close;
	return start <= ((isOfNight ? next : same) ?? 0);
}

/**
 * The working time that a target allows, in milliseconds. Working days are as much of it as lies
 * between the start and their end, so that a pause moves their deadline like any other.
 *
 * @throws HandoffProblem when the hours end before the last working day
 */
export function allowedTime(
	table: OpenTable,
	start: Instant,
	{ minutes = 0, workingDays, cutOff }: Allowance,
): number {
	if (workingDays === undefined) return Math.round(minutes * MINUTE);
	return openBetween(table, start, daysAllowed(table, start, { workingDays, cutOff }).end);
}

/** The same in minutes, of a clock as it is stored. */
export function allowedMinutes(clock: {
	calendar: Calendar;
	startedAt: string;
	target: Allowance;
}): number {
	const { minutes } = clock.target;
	if (minutes !== undefined) return minutes;
	const start = readInstant(clock.startedAt, 'The start of the clock');
	return allowedTime(openTimeOf(clock.calendar), start, clock.target) / MINUTE;
}
