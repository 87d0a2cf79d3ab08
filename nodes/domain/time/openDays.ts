import type { TeamCalendar } from './calendar';
import { END_DAY, FIRST_DAY } from './countedYears';
import { byDate, dateOfHoliday, type Holiday } from './calendarDates';
import type { WeeklyHours, WrittenHours } from './regularHours';
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
	/** What the holiday of a date is called, where that was said. */
	holidayName(day: DayNumber): string | undefined;
	/** The holidays and exceptions from one date to another, both included, in no order. */
	specialBetween(from: DayNumber, to: DayNumber): DayNumber[];
	/** Whether a holiday also ends the span that began the day before, at local midnight. */
	readonly cutsAtMidnight: boolean;
	/** What the weekly hours alone say. */
	regularSpansOf(day: DayNumber): readonly WallSpan[];
	/** Whether a date has hours of its own. */
	isException(day: DayNumber): boolean;
	/** The last date of which the feed of holidays knows something. */
	readonly knownUntil: DayNumber | undefined;
	/** Dates before `first` and from `last` on have no hours, or lie beyond what is counted. */
	readonly first: DayNumber;
	readonly last: DayNumber;
}

const CLOSED: readonly WallSpan[] = [];

/** @param calendar one that `parseCalendar` gave */
export function readOpenDays(calendar: TeamCalendar): OpenDays {
	const holidays = byDate(
		calendar.holidays.map((holiday) => [dateOfHoliday(holiday), { name: nameOf(holiday) }]),
	);
	const exceptions = Object.entries(calendar.exceptions);
	const own = byDate(exceptions.map(([date, hours]) => [date, hours.map(spanOf)]));
	const regimes = readRegimes(calendar);
	const regularSpansOf = (day: DayNumber) =>
		regimes.find(({ from }) => from <= day)?.week[weekdayIndex(day)] ?? CLOSED;
	return {
		spansOf: (day) => own.on(day) ?? (holidays.on(day) ? CLOSED : regularSpansOf(day)),
		regularSpansOf,
		isHoliday: (day) => holidays.on(day) !== undefined && own.on(day) === undefined,
		holidayName: (day) => holidays.on(day)?.name,
		specialBetween: (from, to) => [
			...new Set([...holidays.between(from, to), ...own.between(from, to)]),
		],
		cutsAtMidnight: calendar.holidayFrom !== 'shift',
		isException: (day) => own.on(day) !== undefined,
		knownUntil: calendar.feed?.until === undefined ? undefined : readDate(calendar.feed.until),
		...rangeOf(regimes, exceptions),
	};
}

const nameOf = (holiday: Holiday): string | undefined =>
	typeof holiday === 'string' ? undefined : holiday.name;

/** Weekly hours, and exceptions of every year, go on for ever; other dates run out. */
function rangeOf(
	regimes: ReturnType<typeof readRegimes>,
	exceptions: ReadonlyArray<[date: string, hours: WrittenHours]>,
): Pick<OpenDays, 'first' | 'last'> {
	const dates = exceptions.map(([date]) => readDate(date));
	const repeats =
		regimes.some(({ week }) => week.some((spans) => spans.length > 0)) ||
		exceptions.some(([, hours], place) => hours.length > 0 && dates[place] === undefined);
	if (repeats) return { first: FIRST_DAY, last: END_DAY };
	const days = dates.flatMap((day) => day ?? []);
	return {
		first: Math.max(FIRST_DAY, Math.min(END_DAY, ...days) - 2),
		last: Math.min(END_DAY, Math.max(FIRST_DAY, ...days) + 3),
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
