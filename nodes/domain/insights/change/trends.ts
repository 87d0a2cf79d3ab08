import { DateTime } from 'luxon';
import { whichStand } from '../chance';
import type { Count } from '../countHistory';
import type { Group } from '../reportGroups';
import { compareFigure, turnedTo, type ComparedFigure } from './compareFigure';

const FIGURES = ['firstPass', 'returned', 'unanswered', 'answeredInTime'] as const;

/** A figure that has changed over the weeks, at once or bit by bit. */
export interface Trend extends ComparedFigure {
	figure: (typeof FIGURES)[number];
	kind: 'jump' | 'trend';
	/** The first week of those that differ most from the weeks before. */
	since: string;
}

interface Split {
	figure: (typeof FIGURES)[number];
	/** How many weeks stand before it. */
	place: number;
	compared: ComparedFigure;
	chance: number;
}

/**
 * Finds figures that changed over the weeks: every week is tried as the one from which on it is
 * different, and the difference must stand although so many were tried. What then fits a line better
 * than a step is a trend. Linear in the weeks.
 *
 * @param weeks the earliest first
 */
export function findTrends(weeks: readonly Group[]): Trend[] {
	const splits = FIGURES.flatMap((figure) => splitsOf(weeks, figure));
	const stands = whichStand(splits.map(({ chance }) => chance));
	const standing = splits.filter((_, index) => stands[index]);
	return FIGURES.flatMap((figure) => {
		const [first, ...others] = standing.filter((split) => split.figure === figure);
		if (first === undefined) return [];
		const most = others.reduce((best, each) => (each.chance < best.chance ? each : best), first);
		const since = weeks[most.place]?.key ?? '';
		return [{ ...turnedTo(most.compared), figure, kind: kindOf(weeks, most), since }];
	});
}

function splitsOf(weeks: readonly Group[], figure: Split['figure']): Split[] {
	const counts = weeks.map(({ measures }) => measures[figure]);
	const all = counts.reduce(plus, { hits: 0, n: 0 });
	let before: Count = { hits: 0, n: 0 };
	return counts.flatMap((count, place) => {
		const after = { hits: all.hits - before.hits, n: all.n - before.n };
		const compared = compareFigure(figure, before, after);
		before = plus(before, count);
		const { chance } = compared;
		return chance === undefined ? [] : [{ figure, place, compared, chance }];
	});
}

const plus = (one: Count, other: Count): Count => ({
	hits: one.hits + other.hits,
	n: one.n + other.n,
});

interface Point {
	x: number;
	y: number;
	weight: number;
}

/** Whether a step or a line leaves less of the weeks unexplained. */
function kindOf(weeks: readonly Group[], { figure, place }: Split): Trend['kind'] {
	const points = weeks.flatMap(({ key, measures }, index) => {
		const { hits, n } = measures[figure];
		const x = DateTime.fromISO(key, { zone: 'utc' }).toMillis();
		return n === 0 ? [] : [{ x, y: hits / n, weight: n, isBefore: index < place }];
	});
	const step =
		restOf(points.filter(({ isBefore }) => isBefore)) +
		restOf(points.filter(({ isBefore }) => !isBefore));
	return restOfLine(points) < step ? 'trend' : 'jump';
}

const sum = (points: readonly Point[], of: (point: Point) => number): number =>
	points.reduce((total, point) => total + point.weight * of(point), 0);

const meanOf = (points: readonly Point[], of: (point: Point) => number): number =>
	sum(points, of) / sum(points, () => 1);

/** What a mean leaves unexplained: squares, weighted by the cases of each week. */
function restOf(points: readonly Point[]): number {
	const middle = meanOf(points, ({ y }) => y);
	return sum(points, ({ y }) => (y - middle) ** 2);
}

/** What a straight line leaves unexplained. */
function restOfLine(points: readonly Point[]): number {
	const [midX, midY] = [meanOf(points, ({ x }) => x), meanOf(points, ({ y }) => y)];
	const spread = sum(points, ({ x }) => (x - midX) ** 2);
	const slope = sum(points, ({ x, y }) => (x - midX) * (y - midY)) / (spread || 1);
	return sum(points, ({ x, y }) => (y - midY - slope * (x - midX)) ** 2);
}
