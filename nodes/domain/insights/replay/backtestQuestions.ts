import type { SuggestionBacktest } from '../suggestion';
import { atMost, backtestOf, LAST_QUARTER } from './backtest';
import type { Replay } from './replay';

/** How many submissions could have gone without a question. A bound: rows keep no values. */
export function backtestQuestions(
	replay: Replay,
	{ policyId, field }: { policyId: string; field: string },
): SuggestionBacktest {
	const found = replay.questions.find((line) => line.policyId === policyId && line.field === field);
	const { hits = 0, n = 0 } = found?.asked ?? {};
	return backtestOf(replay, {
		n,
		of: 'submissions that have ended',
		figures: [atMost('Submissions that could have gone without that question', hits, n)],
		text: `${field} was asked about in ${hits} of ${n} submissions in ${LAST_QUARTER}. A ledger keeps no values: how many handoffs the gate would have stopped for it, “Backtest Policy” of Readiness Gate can tell.`,
	});
}
