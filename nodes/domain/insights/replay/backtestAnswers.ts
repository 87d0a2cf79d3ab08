import type { SuggestionBacktest } from '../suggestion';
import { atMost, backtestOf, LAST_QUARTER } from './backtest';
import type { Replay } from './replay';
import type { TeamReplay } from './replayTeams';

/** How many answers a reminder could have brought. A bound: nobody knows what silence would have said. */
export function backtestAsking(
	replay: Replay,
	{ policyId, team }: { policyId: string; team: string },
): SuggestionBacktest {
	const theirs = replay.teams.filter(
		(each) => each.policyId === policyId && each.receivingTeam === team,
	);
	const n = sumOf(theirs, 'submissions');
	const unanswered = sumOf(theirs, 'unanswered');
	return backtestOf(replay, {
		n,
		of: 'submissions that have ended',
		figures: [atMost('Answers that could have come', unanswered, n)],
		text: `${unanswered} of ${n} submissions in ${LAST_QUARTER} were never answered. A ledger cannot tell how many of them a reminder would have brought in.`,
	});
}

/** How many returns would have said which field they are about. */
export function backtestNaming(replay: Replay, policyId: string): SuggestionBacktest {
	const theirs = replay.teams.filter((each) => each.policyId === policyId);
	const n = sumOf(theirs, 'returns');
	const unnamed = sumOf(theirs, 'unnamedReturns');
	return backtestOf(replay, {
		n,
		of: 'returns',
		figures: [atMost('Returns that would have named a field', unnamed, n)],
		text: `${unnamed} of ${n} returns in ${LAST_QUARTER} name no field. No handoff would have gone another way; the report would know which rule to change.`,
	});
}

const sumOf = (
	teams: readonly TeamReplay[],
	count: 'submissions' | 'unanswered' | 'returns' | 'unnamedReturns',
) => teams.reduce((sum, team) => sum + team[count], 0);
