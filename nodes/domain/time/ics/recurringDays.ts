import { DAY, weekdayIndex, type DayNumber } from '../wallClock';
import type { Recurrence } from './recurrence';

export interface AskedDays {
	from: DayNumber;
	last: DayNumber;
	/** Is told how much there was to look at in each year, month, week or day. */
	countLookedAt: (amount: number) => void;
}

interface Period {
	from: DayNumber;
	/** Exclusive. */
	to: DayNumber;
}

/**
 * The days on which a repeated event begins, in order, up to `last`; some before `from` may be among
 * them. UNTIL is left to the caller, who knows its clock.
 *
 * @param first the day of DTSTART; it counts whether the rule names it or not
 */
export function* daysOf(
	rule: Recurrence,
	first: DayNumber,
	{ from, last, countLookedAt }: AskedDays,
): Generator<DayNumber> {
	if (first <= last) yield first;
	let left = (rule.count ?? Infinity) - 1;
	for (let step = firstStep(rule, first, from); left > 0; step++) {
		const period = periodOf(rule, first, step);
		if (period.from > last) return;
		const days = [...new Set(candidates(rule, period, first))].sort((one, other) => one - other);
		countLookedAt(1 + days.length);
		for (const day of atPositions(rule, days)) {
			if (day <= first) continue;
			if (day > last || left <= 0) return;
			left--;
			yield day;
		}
	}
}

/** Days that each lasts at most: nobody counts through the centuries before `from`. */
const LONGEST = { YEARLY: 366, MONTHLY: 31, WEEKLY: 7, DAILY: 1 };

/** Periods before the asked days matter only when occurrences are counted. */
function firstStep({ frequency, interval, count }: Recurrence, first: DayNumber, from: DayNumber) {
	if (count !== undefined) return 0;
	return Math.max(0, Math.floor((from - first) / (LONGEST[frequency] * interval)) - 1);
}

/** The year, month, week or day in which occurrences are looked for. */
function periodOf(
	{ frequency, interval, weekStart }: Recurrence,
	first: DayNumber,
	step: number,
): Period {
	const start = new Date(first * DAY);
	const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
	const steps = step * interval;
	switch (frequency) {
		case 'YEARLY':
			return { from: dayNumber(year + steps, 0), to: dayNumber(year + steps + 1, 0) };
		case 'MONTHLY':
			return { from: dayNumber(year, month + steps), to: dayNumber(year, month + steps + 1) };
		case 'WEEKLY': {
			const from = first - ((weekdayIndex(first) - weekStart + 7) % 7) + 7 * steps;
			return { from, to: from + 7 };
		}
		case 'DAILY':
			return { from: first + steps, to: first + steps + 1 };
	}
}

function atPositions({ positions }: Recurrence, days: DayNumber[]): DayNumber[] {
	if (positions.length === 0) return days;
	const places = new Set(positions.map((place) => (place > 0 ? place - 1 : days.length + place)));
	return days.filter((_, index) => places.has(index));
}

function candidates(rule: Recurrence, period: Period, first: DayNumber): DayNumber[] {
	if (rule.frequency === 'YEARLY') return inYear(rule, period, first);
	if (rule.frequency === 'MONTHLY')
		return isInMonths(rule, period.from) ? inMonth(rule, period, first) : [];
	const own = rule.frequency === 'WEEKLY' ? [weekdayIndex(first)] : [0, 1, 2, 3, 4, 5, 6];
	const weekdays = rule.weekdays.length > 0 ? rule.weekdays.map(({ weekday }) => weekday) : own;
	return Array.from({ length: period.to - period.from }, (_, index) => period.from + index).filter(
		(day) =>
			weekdays.includes(weekdayIndex(day)) && isInMonths(rule, day) && isOnMonthDays(rule, day),
	);
}

function inYear(rule: Recurrence, period: Period, first: DayNumber): DayNumber[] {
	const { months, monthDays, weekdays } = rule;
	if (weekdays.length > 0 && months.length === 0 && monthDays.length === 0) {
		return onWeekdays(rule, period);
	}
	const ownMonth = new Date(first * DAY).getUTCMonth() + 1;
	const inMonths = months.length > 0 ? months : monthDays.length > 0 ? ALL_MONTHS : [ownMonth];
	const year = new Date(period.from * DAY).getUTCFullYear();
	return inMonths.flatMap((month) =>
		inMonth(rule, { from: dayNumber(year, month - 1), to: dayNumber(year, month) }, first),
	);
}

function inMonth(rule: Recurrence, month: Period, first: DayNumber): DayNumber[] {
	const { monthDays, weekdays } = rule;
	if (weekdays.length === 0) {
		return onMonthDays(
			monthDays.length > 0 ? monthDays : [new Date(first * DAY).getUTCDate()],
			month,
		);
	}
	return onWeekdays(rule, month).filter((day) => isOnMonthDays(rule, day));
}

const isInMonths = ({ months }: Recurrence, day: DayNumber): boolean =>
	months.length === 0 || months.includes(new Date(day * DAY).getUTCMonth() + 1);

function isOnMonthDays({ monthDays }: Recurrence, day: DayNumber): boolean {
	if (monthDays.length === 0) return true;
	const date = new Date(day * DAY);
	const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
	const length = dayNumber(year, month + 1) - dayNumber(year, month);
	const of = date.getUTCDate();
	return monthDays.includes(of) || monthDays.includes(of - length - 1);
}

const onMonthDays = (monthDays: readonly number[], { from, to }: Period): DayNumber[] =>
	monthDays
		.map((day) => (day > 0 ? from + day - 1 : to + day))
		.filter((day) => day >= from && day < to);

function onWeekdays({ weekdays }: Recurrence, { from, to }: Period): DayNumber[] {
	return weekdays.flatMap(({ weekday, ordinal }) => {
		const start = from + ((weekday - weekdayIndex(from) + 7) % 7);
		const days = Array.from({ length: Math.ceil((to - start) / 7) }, (_, week) => start + week * 7);
		if (ordinal === undefined) return days;
		const day = ordinal > 0 ? days[ordinal - 1] : days[days.length + ordinal];
		return day === undefined ? [] : [day];
	});
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The first day of a month, January being 0; a month past December lies in the next year. */
const dayNumber = (year: number, month: number): DayNumber => Date.UTC(year, month, 1) / DAY;
