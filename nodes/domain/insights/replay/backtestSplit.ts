import type { SuggestionBacktest } from '../suggestion';
import { backtestOf, exactly, LAST_QUARTER } from './backtest';
import type { Replay } from './replay';
import type { TeamReplay } from './replayTeams';

type Pair = Pick<TeamReplay, 'policyId' | 'sendingTeam' | 'receivingTeam'>;

/** Whom a policy of their own would have covered, and how the others fare without them. */
export function backtestSplit(replay: Replay, pair: Pair): SuggestionBacktest {
	const all = replay.teams.filter(({ policyId }) => policyId === pair.policyId);
	const isTheirs = ({ sendingTeam, receivingTeam }: TeamReplay) =>
		sendingTeam === pair.sendingTeam && receivingTeam === pair.receivingTeam;
	const theirs = sum(all.filter(isTheirs));
	const others = sum(all.filter((team) => !isTheirs(team)));
	const handoffs = theirs.handoffs + others.handoffs;
	return backtestOf(replay, {
		n: handoffs,
		of: 'handoffs under the policy',
		figures: [
			exactly('Handoffs that it would have covered', theirs.handoffs, handoffs),
			exactly('Accepted at the first attempt, of those', theirs.firstPass, theirs.ended),
			exactly('Accepted at the first attempt, of the others', others.firstPass, others.ended),
		],
		text: `It would have covered ${theirs.handoffs} of ${handoffs} handoffs in ${LAST_QUARTER}. Until its rules differ, none would have gone another way; at the first attempt ${theirs.firstPass} of ${theirs.ended} were accepted, of the others ${others.firstPass} of ${others.ended}.`,
	});
}

const sum = (teams: readonly TeamReplay[]) =>
	teams.reduce(
		(total, { handoffs, ended, firstPass }) => ({
			handoffs: total.handoffs + handoffs,
			ended: total.ended + ended,
			firstPass: total.firstPass + firstPass,
		}),
		{ handoffs: 0, ended: 0, firstPass: 0 },
	);
