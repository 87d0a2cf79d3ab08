import { firstPassOf } from '../countHistory';
import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';

/** The handoffs of one pair of teams under one policy. */
export interface TeamReplay {
	policyId: string;
	sendingTeam: string;
	receivingTeam: string;
	handoffs: number;
	/** Handoffs whose attempt 1 has ended, and those accepted by it. */
	ended: number;
	firstPass: number;
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
			}));
			replay.handoffs += 1;
			const first = firstPassOf(history);
			if (first === undefined) return;
			replay.ended += 1;
			if (first) replay.firstPass += 1;
		},
		read: () => [...teams.values()],
	};
}
