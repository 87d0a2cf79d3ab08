import { formatDate, type DayNumber } from '../wallClock';
import type { Days } from './feedReading';

/** Dates of a span of time, each with what was said of it first. */
export interface MarkedDays<Mark> {
	mark(days: Days, mark: Mark): void;
	/** In the order of the dates. */
	entries(): Array<[date: string, mark: Mark]>;
}

/** To mark a span costs the same however long it is, once its dates are marked. */
export function markedDays<Mark>(asked: Days): MarkedDays<Mark> {
	const marks = new Map<DayNumber, Mark>();
	/** For a marked date, a later one; the next that is not marked lies at or after that. */
	const later = new Map<DayNumber, DayNumber>();
	const nextUnmarked = (day: DayNumber): DayNumber => {
		let free = day;
		const passed: DayNumber[] = [];
		for (let next = later.get(free); next !== undefined; next = later.get(free)) {
			passed.push(free);
			free = next;
		}
		for (const one of passed) later.set(one, free);
		return free;
	};
	return {
		mark({ from, to }, mark) {
			const end = Math.min(to, asked.to);
			let day = nextUnmarked(Math.max(from, asked.from));
			while (day < end) {
				marks.set(day, mark);
				later.set(day, day + 1);
				day = nextUnmarked(day + 1);
			}
		},
		entries: () =>
			[...marks]
				.sort(([one], [other]) => one - other)
				.map(([day, mark]) => [formatDate(day), mark]),
	};
}
