import type { Calendar } from './calendar';
import type { OpenTable } from './openTable';
import { sameJson } from './sameJson';

/** How many different calendars are kept read; the oldest gives way. */
const KEPT = 500;
/** So many calendars of a zone are compared one by one; beyond that, writing the text is cheaper. */
const COMPARED = 64;

interface Known {
	/** A copy, because the object that came may be changed by its owner. */
	calendar: unknown;
	timezone: string;
	table: OpenTable;
}

const byObject = new WeakMap<object, OpenTable>();
const byText = new Map<string, Known>();
/** The calendars of a zone, newest first. */
const byZone = new Map<string, Known[]>();

/**
 * The table that was read for this calendar object, or for one that says the same: a sweep brings
 * as many equal objects as there are handoffs.
 *
 * @param read makes the table of a calendar that is seen for the first time
 */
export function tableOf(calendar: Calendar, read: (calendar: Calendar) => OpenTable): OpenTable {
	const seen = byObject.get(calendar);
	if (seen) return seen;
	const near = byZone.get(calendar?.timezone)?.find((known) => sameJson(known.calendar, calendar));
	if (near) return near.table;
	const text = JSON.stringify(calendar) ?? '';
	const { table } = byText.get(text) ?? remember(text, calendar, read(calendar));
	byObject.set(calendar, table);
	return table;
}

function remember(text: string, { timezone }: Calendar, table: OpenTable): Known {
	const [oldest] = byText.keys();
	if (byText.size >= KEPT && oldest !== undefined) forget(oldest);
	const known: Known = { calendar: JSON.parse(text), timezone, table };
	byText.set(text, known);
	byZone.set(timezone, [known, ...(byZone.get(timezone) ?? [])].slice(0, COMPARED));
	return known;
}

function forget(text: string): void {
	const known = byText.get(text);
	byText.delete(text);
	if (known === undefined) return;
	const left = (byZone.get(known.timezone) ?? []).filter((other) => other !== known);
	if (left.length > 0) byZone.set(known.timezone, left);
	else byZone.delete(known.timezone);
}
