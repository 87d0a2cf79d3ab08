import { DAY, weekdayIndex, type DayNumber } from '../wallClock';
import type { Recurrence } from './recurrence';

interface AskedDays {
	/** The day of DTSTART; it counts whether the rule names it or not. */
	first: DayNumber;
	from: DayNumber;
	last: DayNumber;
	/** Is told how much there was to look at in each year. */
	countLookedAt: (amount: number) => void;
}

/** The days on which a repeated event begins, in order, up to `last`. */
export function* daysOf(
	rule: Recurrence,
	{ first, from, last, countLookedAt }: AskedDays,
): Generator<DayNumber> {
	const end = Math.min(last, rule.until ?? last);
	if (first <= end) yield first;
	const year = yearOf(first);
	/** Years before the asked ones matter only when occurrences are counted. */
	const skipped = rule.count === undefined ? Math.max(0, yearOf(from) - 1 - year) : 0;
	let left = (rule.count ?? Infinity) - 1;
	const begin = year + Math.floor(skipped / rule.interval) * rule.interval;
	for (let at = begin; at <= yearOf(end); at += rule.interval) {
		const days = candidates(rule, at, first).sort((left, right) => left - right);
		countLookedAt(1 + days.length);
		for (const day of atPositions(rule, days)) {
			if (day <= first) continue;
			if (day > end || left <= 0) return;
			left--;
			yield day;
		}
	}
}

function atPositions({ positions }: Recurrence, days: DayNumber[]): DayNumber[] {
	if (positions.length === 0) return days;
	const places = new Set(positions.map((place) => (place > 0 ? place - 1 : days.length + place)));
	return days.filter((_, index) => places.has(index));
}

function candidates(rule: Recurrence, year: number, first: DayNumber): DayNumber[] {
	const { months, monthDays, weekdays } = rule;
	const start = new Date(first * DAY);
	if (weekdays.length > 0 && months.length === 0 && monthDays.length === 0) {
		return onWeekdays(rule, { from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1) });
	}
	const inMonths =
		months.length > 0 ? months : monthDays.length > 0 ? ALL_MONTHS : [start.getUTCMonth() + 1];
	return inMonths.flatMap((month) => {
		const span = { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) };
		if (weekdays.length === 0) {
			return onMonthDays(monthDays.length > 0 ? monthDays : [start.getUTCDate()], span);
		}
		const days = onWeekdays(rule, span);
		const numbered = monthDays.length === 0 ? days : onMonthDays(monthDays, span);
		return days.filter((day) => numbered.includes(day));
	});
}

interface Days {
	from: DayNumber;
	/** Exclusive. */
	to: DayNumber;
}

const onMonthDays = (monthDays: readonly number[], { from, to }: Days): DayNumber[] =>
	[...new Set(monthDays.map((day) => (day > 0 ? from + day - 1 : to + day)))].filter(
		(day) => day >= from && day < to,
	);

function onWeekdays({ weekdays }: Recurrence, { from, to }: Days): DayNumber[] {
	const found = weekdays.flatMap(({ weekday, ordinal }) => {
		const start = from + ((weekday - weekdayIndex(from) + 7) % 7);
		const days = Array.from({ length: Math.ceil((to - start) / 7) }, (_, week) => start + week * 7);
		if (ordinal === undefined) return days;
		const day = ordinal > 0 ? days[ordinal - 1] : days[days.length + ordinal];
		return day === undefined ? [] : [day];
	});
	return [...new Set(found)];
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export const yearOf = (day: DayNumber): number => new Date(day * DAY).getUTCFullYear();

const dayNumber = (year: number, month: number, day: number): DayNumber =>
	Date.UTC(year, month - 1, day) / DAY;
