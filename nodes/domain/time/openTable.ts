import { formatInstant, type Instant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import { END_DAY, FIRST_DAY, FIRST_YEAR, LAST_YEAR } from './countedYears';
import type { OpenDays } from './openDays';
import { openSpans, type WorkingHours } from './openSpans';
import { DAY, type DayNumber } from './wallClock';
import { firstInstantAt, type Zone } from './zone';

/** Local dates to read at once: about a year, so that a new calendar costs well under 5 ms. */
const CHUNK = 400;

/** After so many days without open time nobody waits for the next; 29 February comes every 8 years. */
const QUIET = 30 * 366;

interface Intervals {
	opens: Instant[];
	closes: Instant[];
	/** Open milliseconds before interval i, counted from the start of the table; one longer. */
	before: number[];
}

/**
 * The merged open intervals [open, close) of a calendar between two local dates, with the open time
 * that lies before each, so that every question is a binary search. It grows at both ends.
 */
export interface OpenTable extends Intervals {
	readonly zone: Zone;
	readonly days: OpenDays;
	readonly hours: WorkingHours;
	firstDay: DayNumber;
	/** Exclusive. */
	lastDay: DayNumber;
	from: Instant;
	to: Instant;
}

export const emptyTable = (hours: WorkingHours): OpenTable => ({
	zone: hours.zone,
	days: hours.days,
	hours,
	opens: [],
	closes: [],
	before: [0],
	firstDay: 0,
	lastDay: 0,
	from: 0,
	to: 0,
});

/**
 * Makes the table hold everything between two instants.
 *
 * @throws HandoffProblem when that is before 1900 or after 2199
 */
export function cover(table: OpenTable, from: Instant, to: Instant): void {
	if (from >= table.from && to <= table.to) return;
	const first = Math.floor(from / DAY) - 2;
	const last = Math.floor(to / DAY) + 3;
	if (!(first >= FIRST_DAY && last <= END_DAY)) {
		throw new HandoffProblem(
			`Working time is counted from ${FIRST_YEAR} to ${LAST_YEAR}, not at ${describe(from)} or ${describe(to)}`,
			'Check the year of the start, and that the amount of time is meant in minutes.',
		);
	}
	if (table.lastDay === table.firstDay) {
		table.firstDay = table.lastDay = first;
		table.from = table.to = firstInstantAt(table.zone, first * DAY);
	}
	if (to > table.to) append(table, last);
	if (from < table.from) prepend(table, first);
}

/** Reads on towards the future; false when there is nothing left to find. */
export function growForward(table: OpenTable): boolean {
	const { days, union } = table.hours;
	if (table.lastDay >= Math.max(days.last, ...union.map((team) => team.days.last))) return false;
	const begun = Math.min(days.first, ...union.map((team) => team.days.first));
	const closed = Math.floor((table.closes.at(-1) ?? table.from) / DAY);
	if (table.lastDay - Math.max(begun, closed) > QUIET) return false;
	append(table, table.lastDay + 1);
	return true;
}

/** Reads on towards the past; false when there is nothing left to find. */
export function growBackward(table: OpenTable): boolean {
	const { days, union } = table.hours;
	if (table.firstDay <= Math.min(days.first, ...union.map((team) => team.days.first))) return false;
	prepend(table, table.firstDay - 1);
	return true;
}

/** Grows by as much as is there, so that a far horizon takes few steps. */
const stepOf = (table: OpenTable): number => Math.max(CHUNK, table.lastDay - table.firstDay);

function append(table: OpenTable, atLeast: DayNumber): void {
	const last = Math.min(Math.max(atLeast, table.lastDay + stepOf(table)), END_DAY);
	const chunk = readChunk(table, table.lastDay, last);
	chunk.opens.forEach((open, index) => push(table, open, chunk.closes[index] ?? open));
	table.lastDay = last;
	table.to = firstInstantAt(table.zone, last * DAY);
}

function prepend(table: OpenTable, atMost: DayNumber): void {
	const first = Math.max(Math.min(atMost, table.firstDay - stepOf(table)), FIRST_DAY);
	const grown: Intervals = readChunk(table, first, table.firstDay);
	table.opens.forEach((open, index) => push(grown, open, table.closes[index] ?? open));
	table.opens = grown.opens;
	table.closes = grown.closes;
	table.before = grown.before;
	table.firstDay = first;
	table.from = firstInstantAt(table.zone, first * DAY);
}

/** The intervals between two local dates, cut at the midnights where these begin. */
function readChunk({ zone, hours }: OpenTable, first: DayNumber, last: DayNumber): Intervals {
	const from = firstInstantAt(zone, first * DAY);
	const to = firstInstantAt(zone, last * DAY);
	const intervals: Intervals = { opens: [], closes: [], before: [0] };
	openSpans(hours, from, to).forEach(([open, close]) => push(intervals, open, close));
	return intervals;
}

/** Adds an interval that follows the last one; where chunks meet, the two become one. */
function push(intervals: Intervals, open: Instant, close: Instant): void {
	const { opens, closes, before } = intervals;
	const last = closes.length - 1;
	const lastClose = closes[last];
	const total = before[last + 1] ?? 0;
	if (lastClose === undefined || open > lastClose) {
		opens.push(open);
		closes.push(close);
		before.push(total + close - open);
	} else if (close > lastClose) {
		closes[last] = close;
		before[last + 1] = total + close - lastClose;
	}
}

const describe = (instant: Instant): string =>
	Number.isNaN(new Date(instant).getTime()) ? String(instant) : formatInstant(instant);
