import type { DayNumber } from '../wallClock';
import { beginningDay, lineOf, readSpan, unreadable, type EventSpan } from './eventSpan';
import { plainText, type IcsEvent } from './readEvents';
import { readRecurrence } from './recurrence';
import { daysOf } from './recurringDays';

/** Local dates from one to before another. */
export interface Days {
	from: DayNumber;
	/** Exclusive. */
	to: DayNumber;
}

/**
 * The dates that each occurrence of an event covers whole. Those outside the asked dates may be among
 * them.
 */
export function* daysCovered(
	event: IcsEvent,
	{ from, to, zone, changed }: Days & { zone: string; changed: ChangedDays },
): Generator<Days> {
	const span = readSpan(event, nameOf(event), zone);
	const gone = new Set([...datesIn(event, 'EXDATE', zone), ...changedOf(event, changed)]);
	for (const begin of beginnings(event, span, { from: from - span.days, to, zone })) {
		if (!gone.has(begin)) yield span.wholeDays(begin);
	}
}

function* beginnings(
	event: IcsEvent,
	span: EventSpan,
	{ from, to, zone }: Days & { zone: string },
): Generator<DayNumber> {
	const rules = event.filter(({ name }) => name === 'RRULE' || name === 'EXRULE');
	const [rule] = rules;
	if (rules.length > 1 || rule?.name === 'EXRULE') {
		throw unreadable(nameOf(event), 'single rule to repeat by', rules[1]?.value ?? rule?.value);
	}
	if (!rule) yield span.first;
	else {
		const recurrence = readRecurrence(rule.value, nameOf(event));
		yield* daysOf(recurrence, { first: span.first, from, last: to });
	}
	yield* datesIn(event, 'RDATE', zone);
}

const datesIn = (event: IcsEvent, name: 'EXDATE' | 'RDATE', zone: string): DayNumber[] =>
	event
		.filter((line) => line.name === name)
		.flatMap((line) => line.value.split(',').map((value) => ({ ...line, value })))
		.map((line) => beginningDay(event, line, { name: nameOf(event), zone }));

/** By UID, the days whose occurrence another event of the same UID replaces. */
export type ChangedDays = ReadonlyMap<string, DayNumber[]>;

export function changedDays(events: readonly IcsEvent[], zone: string): ChangedDays {
	const changed = new Map<string, DayNumber[]>();
	for (const event of events) {
		const line = lineOf(event, 'RECURRENCE-ID');
		if (line === undefined) continue;
		const uid = uidOf(event);
		const days = changed.get(uid) ?? [];
		days.push(beginningDay(event, line, { name: nameOf(event), zone }));
		changed.set(uid, days);
	}
	return changed;
}

const changedOf = (event: IcsEvent, changed: ChangedDays): DayNumber[] =>
	lineOf(event, 'RECURRENCE-ID') ? [] : (changed.get(uidOf(event)) ?? []);

const uidOf = (event: IcsEvent): string => lineOf(event, 'UID')?.value.trim() ?? '';

/** What people call an event, for filters and errors. */
export const nameOf = (event: IcsEvent): string =>
	plainText(lineOf(event, 'SUMMARY')?.value ?? '').slice(0, 200) || 'without a name';
