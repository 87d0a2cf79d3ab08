import { FEWEST, rateOf } from '../rate';
import type { BacktestFigure, SuggestionBacktest } from '../suggestion';
import { QUARTER_WEEKS, type Replay } from './replay';

export const LAST_QUARTER = `the last ${QUARTER_WEEKS} weeks`;

export const exactly = (label: string, hits: number, n: number): BacktestFigure => ({
	label,
	rate: rateOf(hits, n),
});

/** A count that the ledger bounds and does not tell. */
export const atMost = (label: string, hits: number, n: number): BacktestFigure => ({
	...exactly(label, hits, n),
	atMost: true,
});

/** A backtest of `n` cases; of fewer than 10 it says so and gives no figures. */
export function backtestOf(
	{ since }: Replay,
	{ n, of, figures, text }: { n: number; of: string; figures: BacktestFigure[]; text: string },
): SuggestionBacktest {
	return n < FEWEST
		? { since, n, figures: [], text: `Too few in ${LAST_QUARTER} to replay it: ${n} ${of}.` }
		: { since, n, figures, text };
}
