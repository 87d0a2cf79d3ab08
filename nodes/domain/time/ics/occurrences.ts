import { HandoffProblem } from '../../base/problem';
import { DAY, type DayNumber } from '../wallClock';
import type { EventSpan } from './eventSpan';
import {
	dateMeant,
	instantNear,
	nameOf,
	offsetNear,
	unreadable,
	zoneOfLine,
	type Days,
	type FeedReading,
} from './feedReading';
import { dayOfWall, readWall, timeOfWall, type WrittenTime } from './icsTime';
import type { IcsLine } from './contentLines';
import { valueNamed, type IcsEvent } from './readEvents';
import { readRecurrence, type Recurrence } from './recurrence';
import { daysOf } from './recurringDays';

/** By UID, the events that replace one occurrence of another event of the same UID. */
export type Replacements = ReadonlyMap<string, readonly IcsEvent[]>;

export const uidOf = (event: IcsEvent): string => valueNamed(event, 'UID') ?? '';

/** Whether an event has more than one occurrence, or may have. */
export const isRepeated = (event: IcsEvent): boolean =>
	event.some(({ name }) => name === 'RRULE' || name === 'RDATE' || name === 'EXRULE');

/**
 * The dates that each occurrence of an event covers whole. Those outside the asked dates may be among
 * them. Nothing but the beginning is read of an event that does not repeat.
 *
 * @throws HandoffProblem for a rule or a date of an occurrence that cannot be read
 */
export function* daysCovered(
	event: IcsEvent,
	span: EventSpan,
	{ reading, replacements }: { reading: FeedReading; replacements: Replacements },
): Generator<Days> {
	if (!isRepeated(event)) {
		yield span.wholeDays(dayOfWall(span.start));
		return;
	}
	const left = new Set(datesIn(event, 'EXDATE', { span, reading }));
	for (const other of isReplacement(event) ? [] : (replacements.get(uidOf(event)) ?? [])) {
		for (const day of datesIn(other, 'RECURRENCE-ID', { span, reading })) left.add(day);
	}
	for (const begin of beginnings(event, span, reading)) {
		reading.countLookedAt(1);
		if (left.has(begin) || isFar(begin, span, reading)) continue;
		yield span.wholeDays(begin);
	}
}

/** Whether what begins then lies surely outside the asked dates, whatever its zone. */
const isFar = (begin: DayNumber, { days }: EventSpan, { from, to }: Days): boolean =>
	begin > to + 2 || begin + days + 2 < from;

const isReplacement = (event: IcsEvent): boolean =>
	event.some(({ name }) => name === 'RECURRENCE-ID');

function* beginnings(event: IcsEvent, span: EventSpan, reading: FeedReading): Generator<DayNumber> {
	const rules = event.filter(({ name }) => name === 'RRULE' || name === 'EXRULE');
	const [rule] = rules;
	if (rules.length > 1 || rule?.name === 'EXRULE') throw oddRule(event, rules);
	const recurrence = rule && ruleOf(rule.value, reading);
	if (rule && !recurrence) throw oddRule(event, rules);
	const first = dayOfWall(span.start);
	if (!recurrence) yield first;
	else {
		const last = Math.min(reading.to, lastBeginning(recurrence, span, reading));
		yield* daysOf(recurrence, first, { ...reading, from: reading.from - span.days, last });
	}
	yield* datesIn(event, 'RDATE', { span, reading });
}

/** What it costs to read a rule, in dates that are looked at. */
const COST_OF_RULE = 20;

/** Feeds repeat a few rules in all of their events: each is read once. */
function ruleOf(text: string, { rules, countLookedAt }: FeedReading): Recurrence | undefined {
	if (!rules.has(text)) {
		countLookedAt(COST_OF_RULE);
		rules.set(text, readRecurrence(text));
	}
	return rules.get(text);
}

/** The day of the last occurrence that UNTIL allows: a moment on the clock of the event, included. */
function lastBeginning(
	{ until }: Recurrence,
	{ own, start }: EventSpan,
	reading: FeedReading,
): DayNumber {
	if (until === undefined) return Infinity;
	if (own === undefined) return dateMeant(until, reading).day;
	if (until.isDate) return dayOfWall(until.wall);
	const wall = until.isUtc ? until.wall + offsetNear(own, until.wall, reading) : until.wall;
	return Math.floor((wall - timeOfWall(start)) / DAY);
}

/** The days on which the occurrences begin that EXDATE, RDATE or RECURRENCE-ID name. */
function datesIn(
	event: IcsEvent,
	name: 'EXDATE' | 'RDATE' | 'RECURRENCE-ID',
	{ span, reading }: { span: EventSpan; reading: FeedReading },
): DayNumber[] {
	const lines = event
		.filter((line) => line.name === name)
		.flatMap((line) => line.value.split(',').map((value) => ({ ...line, value })))
		.filter(({ value }) => value.trim() !== '');
	reading.countLookedAt(lines.length);
	return lines.map((line) => {
		const written = readWall(line.value);
		if (written === undefined) throw unreadable(event, name, line.value);
		return beginningDay(event, { line, written }, { span, reading });
	});
}

function beginningDay(
	event: IcsEvent,
	{ line, written }: { line: IcsLine; written: WrittenTime },
	{ span: { own }, reading }: { span: EventSpan; reading: FeedReading },
): DayNumber {
	if (own === undefined) return dateMeant(written, reading).day;
	if (written.isDate) return dayOfWall(written.wall);
	const zone = zoneOfLine(line, event, reading);
	if (zone === own) return dayOfWall(written.wall);
	const at = instantNear(zone, written.wall, reading);
	return dayOfWall(at + offsetNear(own, at, reading));
}

const oddRule = (event: IcsEvent, rules: readonly IcsLine[]): HandoffProblem =>
	new HandoffProblem(
		`The holiday “${nameOf(event)}” repeats in a way that is not read here: ${rules
			.map(({ value }) => value)
			.join(' and ')
			.slice(0, 200)}`,
		'Feeds may repeat yearly, monthly, weekly or daily, by month, day of the month and weekday. Leave this event out by its name, and list its dates in “holidays”.',
	);
