import { formatCounts } from './formatFigures';
import { getOrStart } from './getOrStart';
import { inAlphabet } from './inAlphabet';
import { rateOf, type Rate } from './rate';
import type { Group } from './reportGroups';

interface ByTeams {
	byTeams: readonly Group[];
}

/** How often a receiving team gave no answer under one policy. */
export interface SilentTeam {
	policyId: string;
	team: string;
	/** Left unanswered / submissions that have ended, whoever sent them. */
	unanswered: Rate;
}

/** Silence by receiving team and policy, the most first; teams that always answered among them. */
export function silentTeams({ byTeams }: ByTeams): SilentTeam[] {
	const teams = new Map<string, { policyId: string; team: string; hits: number; n: number }>();
	for (const { policyId = '', receivingTeam: team = '', measures } of byTeams) {
		const key = JSON.stringify([policyId, team]);
		const counted = getOrStart(teams, key, () => ({ policyId, team, hits: 0, n: 0 }));
		counted.hits += measures.unanswered.hits;
		counted.n += measures.unanswered.n;
	}
	return [...teams.values()]
		.sort((left, right) => right.hits - left.hits || inAlphabet(left.team, right.team))
		.map(({ policyId, team, hits, n }) => ({ policyId, team, unanswered: rateOf(hits, n) }));
}

const MOST_NAMED = 3;

/** Which teams left how many unanswered, such as `Delivery 8 of 20, Support 2 of 31`. */
export const formatSilentTeams = (report: ByTeams): string =>
	silentTeams(report)
		.filter(({ unanswered }) => unanswered.hits > 0)
		.slice(0, MOST_NAMED)
		.map(({ team, unanswered }) => `${team || 'no team'} ${formatCounts(unanswered)}`)
		.join(', ');
