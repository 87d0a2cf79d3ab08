import { firstPassOf } from '../countHistory';
import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import type { Submission } from '../submission';
import { namedFields } from './outcomes';

/** The handoffs of one pair of teams under one policy. */
export interface TeamReplay {
	policyId: string;
	sendingTeam: string;
	receivingTeam: string;
	handoffs: number;
	/** Handoffs whose attempt 1 has ended, and those accepted by it. */
	ended: number;
	firstPass: number;
	/** Submissions that have ended, those that nobody answered, and those returned without a field. */
	submissions: number;
	unanswered: number;
	returns: number;
	unnamedReturns: number;
}

export interface TeamReplays {
	add(history: HandoffHistory): void;
	read(): TeamReplay[];
}

/** Counts whom a policy of their own would have covered. */
export function startTeamReplays(): TeamReplays {
	const teams = new Map<string, TeamReplay>();
	return {
		add(history) {
			const { policyId, sendingTeam, receivingTeam } = history.last;
			const key = JSON.stringify([policyId, sendingTeam, receivingTeam]);
			const replay = getOrStart(teams, key, () => ({
				policyId,
				sendingTeam,
				receivingTeam,
				handoffs: 0,
				ended: 0,
				firstPass: 0,
				submissions: 0,
				unanswered: 0,
				returns: 0,
				unnamedReturns: 0,
			}));
			replay.handoffs += 1;
			for (const submission of history.submissions.values()) countEnd(replay, submission);
			const first = firstPassOf(history);
			if (first === undefined) return;
			replay.ended += 1;
			if (first) replay.firstPass += 1;
		},
		read: () => [...teams.values()],
	};
}

function countEnd(replay: TeamReplay, submission: Submission): void {
	if (submission.outcome === 'open') return;
	replay.submissions += 1;
	if (submission.outcome === 'unanswered') replay.unanswered += 1;
	if (submission.outcome !== 'returned') return;
	replay.returns += 1;
	if (namedFields(submission).size === 0) replay.unnamedReturns += 1;
}
