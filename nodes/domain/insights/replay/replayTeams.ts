import { firstPassOf } from '../countStory';
import { entry } from '../entry';
import type { Story } from '../story';

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
	add(story: Story): void;
	read(): TeamReplay[];
}

/** Counts whom a policy of their own would have covered. */
export function startTeamReplays(): TeamReplays {
	const teams = new Map<string, TeamReplay>();
	return {
		add(story) {
			const { policyId, sendingTeam, receivingTeam } = story.last;
			const key = JSON.stringify([policyId, sendingTeam, receivingTeam]);
			const replay = entry(teams, key, () => ({
				policyId,
				sendingTeam,
				receivingTeam,
				handoffs: 0,
				ended: 0,
				firstPass: 0,
			}));
			replay.handoffs += 1;
			const first = firstPassOf(story);
			if (first === undefined) return;
			replay.ended += 1;
			if (first) replay.firstPass += 1;
		},
		read: () => [...teams.values()],
	};
}
