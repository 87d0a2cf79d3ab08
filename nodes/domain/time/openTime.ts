import type { Instant } from '../base/instant';
import { parseCalendar, type Calendar, type TeamCalendar } from './calendar';
import { tableOf } from './knownTables';
import { readOpenDays } from './openDays';
import { notEnoughOpen } from './notEnoughOpen';
import { cover, emptyTable, growBackward, growForward, type OpenTable } from './openTable';
import { zoneNamed } from './zone';

/**
 * The open time of a calendar: read once for each object and once for equal JSON. A calendar object
 * must not be changed after its first use.
 *
 * @throws HandoffProblem when the calendar has a mistake
 */
export const openTimeOf = (calendar: Calendar): OpenTable => tableOf(calendar, read);

function read(value: Calendar): OpenTable {
	const calendar = parseCalendar(value);
	return emptyTable({
		...teamHours(calendar),
		union: (calendar.union ?? []).map(teamHours),
		intersection: (calendar.intersection ?? []).map(teamHours),
	});
}

const teamHours = (calendar: TeamCalendar) => ({
	zone: zoneNamed(calendar.timezone),
	days: readOpenDays(calendar),
});

/** Open milliseconds in [from, to); negative when `to` lies before `from`. */
export function openBetween(table: OpenTable, from: Instant, to: Instant): number {
	cover(table, Math.min(from, to), Math.max(from, to));
	return openBefore(table, to) - openBefore(table, from);
}

/** The earliest instant at or after `from` by which `amount` open milliseconds have passed. */
export function addOpen(table: OpenTable, from: Instant, amount: number): Instant {
	if (amount === 0) return from;
	cover(table, from, from);
	const goal = openBefore(table, from) + amount;
	while ((table.before[table.opens.length] ?? 0) < goal) {
		if (!growForward(table)) throw notEnoughOpen(table, 'after', { from, amount });
	}
	const index = firstWith(table.before, goal) - 1;
	return (table.opens[index] ?? 0) + goal - (table.before[index] ?? 0);
}

/** The latest instant at or before `from` since which `amount` open milliseconds have passed. */
export function subtractOpen(table: OpenTable, from: Instant, amount: number): Instant {
	if (amount === 0) return from;
	cover(table, from, from);
	while (openBefore(table, from) < amount) {
		if (!growBackward(table)) throw notEnoughOpen(table, 'before', { from, amount });
	}
	const goal = openBefore(table, from) - amount;
	const index = firstWith(table.before, goal + 1) - 1;
	return (table.opens[index] ?? 0) + goal - (table.before[index] ?? 0);
}

/** The first open instant at or after an instant. */
export function nextOpen(table: OpenTable, from: Instant): Instant {
	cover(table, from, from + 1);
	for (;;) {
		const open = table.opens[firstWith(table.closes, from + 1)];
		if (open !== undefined) return Math.max(from, open);
		if (!growForward(table)) throw notEnoughOpen(table, 'after', { from });
	}
}

/** The latest instant at or before an instant up to which the calendar was open. */
export function previousOpen(table: OpenTable, from: Instant): Instant {
	cover(table, from - 1, from);
	for (;;) {
		const close = table.closes[firstWith(table.opens, from) - 1];
		if (close !== undefined) return Math.min(from, close);
		if (!growBackward(table)) throw notEnoughOpen(table, 'before', { from });
	}
}

/** Whether an instant lies in an interval: true at its opening, false at its closing. */
export function isOpenAt(table: OpenTable, instant: Instant): boolean {
	cover(table, instant, instant + 1);
	const open = table.opens[firstWith(table.closes, instant + 1)];
	return open !== undefined && open <= instant;
}

/** The open intervals that overlap [from, to), whole, in order. */
export function intervalsBetween(
	table: OpenTable,
	from: Instant,
	to: Instant,
): Array<{ open: Instant; close: Instant }> {
	cover(table, from, to);
	const first = firstWith(table.closes, from + 1);
	const last = firstWith(table.opens, to);
	return table.opens
		.slice(first, last)
		.map((open, index) => ({ open, close: table.closes[first + index] ?? open }));
}

/** Open milliseconds between the start of the table and an instant that it holds. */
function openBefore({ opens, closes, before }: OpenTable, instant: Instant): number {
	const index = firstWith(closes, instant + 1);
	return (before[index] ?? 0) + Math.max(0, instant - (opens[index] ?? instant));
}

/** The first place in an ascending list whose value is at least `least`. */
function firstWith(list: readonly number[], least: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((list[middle] ?? 0) < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
