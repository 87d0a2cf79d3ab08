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

/** How an iCalendar text is read, for all of its events. */
export interface IcsReading extends Days {
	zone: string;
	changed: ChangedDays;
	/** Counts what a text makes us look at; throws when that is more than a feed of holidays has. */
	countLookedAt: (amount: number) => void;
}

/**
 * The dates that each occurrence of an event covers whole. Those outside the asked dates may be among
 * them.
 */
export function* daysCovered(event: IcsEvent, reading: IcsReading): Generator<Days> {
	const span = readSpan(event, nameOf(event), reading.zone);
	const left = new Set(datesIn(event, 'EXDATE', reading));
	const moved = changedOf(event, reading.changed);
	for (const begin of beginnings(event, span, reading)) {
		reading.countLookedAt(1);
		if (!left.has(begin) && moved?.has(begin) !== true) yield span.wholeDays(begin);
	}
}

function* beginnings(event: IcsEvent, span: EventSpan, reading: IcsReading): Generator<DayNumber> {
	const rules = event.filter(({ name }) => name === 'RRULE' || name === 'EXRULE');
	const [rule] = rules;
	if (rules.length > 1 || rule?.name === 'EXRULE') {
		throw unreadable(nameOf(event), 'single rule to repeat by', rules[1]?.value ?? rule?.value);
	}
	if (!rule) yield span.first;
	else {
		const recurrence = readRecurrence(rule.value, nameOf(event));
		yield* daysOf(recurrence, {
			first: span.first,
			from: reading.from - span.days,
			last: reading.to,
			countLookedAt: reading.countLookedAt,
		});
	}
	yield* datesIn(event, 'RDATE', reading);
}

function datesIn(
	event: IcsEvent,
	name: 'EXDATE' | 'RDATE',
	{ zone, countLookedAt }: Pick<IcsReading, 'zone' | 'countLookedAt'>,
): DayNumber[] {
	const lines = event
		.filter((line) => line.name === name)
		.flatMap((line) => line.value.split(',').map((value) => ({ ...line, value })));
	countLookedAt(lines.length);
	return lines.map((line) => beginningDay(event, line, { name: nameOf(event), zone }));
}

/** By UID, the days whose occurrence another event of the same UID replaces. */
export type ChangedDays = ReadonlyMap<string, ReadonlySet<DayNumber>>;

export function changedDays(events: readonly IcsEvent[], zone: string): ChangedDays {
	const changed = new Map<string, Set<DayNumber>>();
	for (const event of events) {
		const line = lineOf(event, 'RECURRENCE-ID');
		if (line === undefined) continue;
		const uid = uidOf(event);
		const days = changed.get(uid) ?? new Set();
		days.add(beginningDay(event, line, { name: nameOf(event), zone }));
		changed.set(uid, days);
	}
	return changed;
}

const changedOf = (event: IcsEvent, changed: ChangedDays): ReadonlySet<DayNumber> | undefined =>
	lineOf(event, 'RECURRENCE-ID') ? undefined : changed.get(uidOf(event));

const uidOf = (event: IcsEvent): string => lineOf(event, 'UID')?.value.trim() ?? '';

/** What people call an event, for filters and errors. */
export const nameOf = (event: IcsEvent): string =>
	plainText(lineOf(event, 'SUMMARY')?.value ?? '').slice(0, 200) || 'without a name';
