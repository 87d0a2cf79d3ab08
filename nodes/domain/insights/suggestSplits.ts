import type { Policy } from '../policy/policy';
import type { Report } from './buildReport';
import type { Group } from './reportGroups';
import { backtestSplit } from './replay/backtestSplit';
import { formatRate } from './formatFigures';
import type { Suggestion } from './suggestion';

/** Policies that fit one pair of teams and not another. */
export function suggestSplits(report: Report, policies: readonly Policy[]): Suggestion[] {
	return report.byPolicy.flatMap(({ key }) => {
		const pairs = report.byTeams
			.filter(({ policyId, measures }) => policyId === key && shareOf(measures) !== undefined)
			.sort((left, right) => (shareOf(left.measures) ?? 0) - (shareOf(right.measures) ?? 0));
		const worst = pairs[0];
		const best = pairs.at(-1);
		if (worst === undefined || best === undefined) return [];
		const apart = (worst.measures.firstPass.high ?? 1) < (best.measures.firstPass.low ?? 0);
		const policy = policies.find(({ id }) => id === key);
		return apart ? [split({ worst, best }, policy, report)] : [];
	});
}

const shareOf = ({ firstPass }: Group['measures']): number | undefined => firstPass.share;

function split(
	{ worst, best }: { worst: Group; best: Group },
	policy: Policy | undefined,
	{ replay }: Report,
): Suggestion {
	const { policyId = '', sendingTeam = '', receivingTeam = '' } = worst;
	const { hits, n } = worst.measures.firstPass;
	return {
		kind: 'splitPolicy',
		policyId,
		title: `Agree a policy of their own for ${formatPair(worst)}`,
		evidence: `Accepted at the first attempt: ${formatRate(worst.measures.firstPass)} for ${formatPair(worst)}, ${formatRate(best.measures.firstPass)} for ${formatPair(best)}.`,
		change: {
			policyId,
			place: '',
			action: 'add',
			json: {
				...policy,
				id: `${policyId}-${slug(sendingTeam)}-${slug(receivingTeam)}`,
				...(policy !== undefined && { name: `${policy.name || policyId}: ${formatPair(worst)}` }),
				sender: { ...policy?.sender, team: sendingTeam },
				receiver: { ...policy?.receiver, team: receivingTeam },
			},
		},
		backtest: backtestSplit(replay, { policyId, sendingTeam, receivingTeam }),
		weight: n - hits,
	};
}

const formatPair = ({ sendingTeam, receivingTeam }: Group): string =>
	`${sendingTeam || 'no team'} → ${receivingTeam || 'no team'}`;

const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '') || 'team';
