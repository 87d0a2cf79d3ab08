import type { TeamCalendar, WeeklyHours } from './calendar';
import { END_DAY, FIRST_DAY } from './countedYears';
import {
	MINUTE,
	WEEKDAYS,
	readDate,
	readTimeOfDay,
	weekdayIndex,
	type DayNumber,
} from './wallClock';

/** A span of wall time in milliseconds after the midnight that starts its day. */
export type WallSpan = readonly [open: number, close: number];

/** A calendar, read once: which wall times open on which local date. */
export interface OpenDays {
	/** The spans that start on a date; a span may end on the day after. */
	spansOf(day: DayNumber): readonly WallSpan[];
	/** Whether no span starts on a date because it is a holiday. */
	isHoliday(day: DayNumber): boolean;
	/** Whether a holiday also ends the span that began the day before, at local midnight. */
	readonly cutsAtMidnight: boolean;
	/** What the weekly hours alone say. */
	regularSpansOf(day: DayNumber): readonly WallSpan[];
	/** Whether a date has hours of its own. */
	isException(day: DayNumber): boolean;
	/** Dates before `first` and from `last` on have no hours, or lie beyond what is counted. */
	readonly first: DayNumber;
	readonly last: DayNumber;
}

const CLOSED: readonly WallSpan[] = [];

/** @param calendar one that `parseCalendar` gave */
export function readOpenDays(calendar: TeamCalendar): OpenDays {
	const holidays = new Set(calendar.holidays.map(dayOf));
	const exceptions = new Map(
		Object.entries(calendar.exceptions).map(([date, hours]) => [dayOf(date), hours.map(spanOf)]),
	);
	const regimes = readRegimes(calendar);
	const isHoliday = (day: DayNumber) => holidays.has(day) && !exceptions.has(day);
	const regularSpansOf = (day: DayNumber) =>
		regimes.find(({ from }) => from <= day)?.week[weekdayIndex(day)] ?? CLOSED;
	const repeats = regimes.some(({ week }) => week.some((spans) => spans.length > 0));
	const dates = [...exceptions.keys()];
	return {
		spansOf(day) {
			const exception = exceptions.get(day);
			if (exception) return exception;
			if (holidays.has(day)) return CLOSED;
			return regularSpansOf(day);
		},
		regularSpansOf,
		isHoliday,
		cutsAtMidnight: calendar.holidayFrom !== 'shift',
		isException: (day) => exceptions.has(day),
		first: repeats ? FIRST_DAY : Math.max(FIRST_DAY, Math.min(END_DAY, ...dates) - 2),
		last: repeats ? END_DAY : Math.min(END_DAY, Math.max(FIRST_DAY, ...dates) + 3),
	};
}

/** The weekly hours, and from when on they count; the newest first. */
const readRegimes = ({ weekly: first, changes = [] }: TeamCalendar) =>
	[
		{ from: -Infinity, week: weekOf(first) },
		...changes.map(({ from, weekly }) => ({ from: dayOf(from), week: weekOf(weekly) })),
	].sort((left, right) => right.from - left.from);

const dayOf = (date: string): DayNumber => readDate(date) ?? 0;

const weekOf = (weekly: WeeklyHours): WallSpan[][] =>
	WEEKDAYS.map((weekday) => (weekly[weekday] ?? []).map(spanOf));

/** An end at or before its start lies on the next day. */
function spanOf([start, end]: [string, string]): WallSpan {
	const open = (readTimeOfDay(start) ?? 0) * MINUTE;
	const close = (readTimeOfDay(end) ?? 0) * MINUTE;
	return [open, close <= open ? close + 24 * 60 * MINUTE : close];
}
