import { differentFrom } from '../chance';
import type { Count } from '../countHistory';
import { FEWEST, rateOf, type Rate } from '../rate';

/** Whether a change did good; `unclear` where the difference may be chance, or there is too little. */
export type Effect = 'helped' | 'madeWorse' | 'mixed' | 'unclear' | 'tooFew';

/** One figure before and after a change. */
export interface ComparedFigure {
	figure: 'firstPass' | 'returned' | 'unanswered' | 'answeredInTime' | 'escapes';
	before: Rate;
	after: Rate;
	/** How likely so large a difference is when nothing changed; absent where there are too few. */
	chance?: number;
	/** Whether the difference stands, given everything that was compared, and to which side. */
	turned?: 'better' | 'worse';
}

/** Of these more is better; of the others less. */
const GOOD: ReadonlySet<ComparedFigure['figure']> = new Set(['firstPass', 'answeredInTime']);

/** Holds a figure after a change against the same before it, where both have at least 10 cases. */
export function compareFigure(
	figure: ComparedFigure['figure'],
	before: Count,
	after: Count,
): ComparedFigure {
	const rates = { before: rateOf(before.hits, before.n), after: rateOf(after.hits, after.n) };
	if (before.n < FEWEST || after.n < FEWEST) return { figure, ...rates };
	return { figure, ...rates, chance: differentFrom(after, before) };
}

/** Notes that a difference stands. */
export function turnedTo(compared: ComparedFigure): ComparedFigure {
	const { figure, before, after } = compared;
	const rose = (after.share ?? 0) > (before.share ?? 0);
	return { ...compared, turned: rose === GOOD.has(figure) ? 'better' : 'worse' };
}

/** What the figures of one change say together. */
export function effectOf(figures: readonly ComparedFigure[]): Effect {
	if (figures.every(({ chance }) => chance === undefined)) return 'tooFew';
	const better = figures.some(({ turned }) => turned === 'better');
	const worse = figures.some(({ turned }) => turned === 'worse');
	if (better && worse) return 'mixed';
	return better ? 'helped' : worse ? 'madeWorse' : 'unclear';
}
