import type { Policy } from '../policy/policy';
import type { Report } from './report';
import { comparePairs, type ComparedPair } from './comparePairs';
import { rateOf } from './rate';
import type { Group } from './reportGroups';
import { backtestSplit } from './replay/backtestSplit';
import { formatRate } from './formatFigures';
import type { Candidate, Suggestion } from './suggestion';
import { whyWorse } from './whyWorse';

/** Pairs of teams whose handoffs fare worse than those of the others under the same policy. */
export const suggestSplits = (report: Report, policies: readonly Policy[]): Candidate[] =>
	comparePairs(report).map((compared) => {
		const { pair, chance } = compared;
		const why = whyWorse(compared);
		const policy = policies.find(({ id }) => id === pair.policyId);
		return {
			about: JSON.stringify(['pair', pair.key]),
			chance,
			...(why !== undefined && { advise: () => split(compared, { policy, why }, report) }),
		};
	});

function split(
	{ pair, others }: ComparedPair,
	{ policy, why }: { policy: Policy | undefined; why: string },
	{ replay }: Report,
): Omit<Suggestion, 'chance'> {
	const { policyId = '', sendingTeam = '', receivingTeam = '' } = pair;
	const { firstPass } = pair.measures;
	const rest = rateOf(others.firstPass.hits, others.firstPass.n);
	return {
		kind: 'splitPolicy',
		policyId,
		title: `Agree a policy of their own for ${formatPair(pair)}`,
		evidence: `Accepted at the first attempt: ${formatRate(firstPass)} for ${formatPair(pair)}, ${formatRate(rest)} for the others. ${why}`,
		against: '',
		change: {
			policyId,
			place: '',
			action: 'add',
			json: {
				...policy,
				id: `${policyId}-${slug(sendingTeam)}-${slug(receivingTeam)}`,
				...(policy !== undefined && { name: `${policy.name || policyId}: ${formatPair(pair)}` }),
				sender: { ...policy?.sender, team: sendingTeam },
				receiver: { ...policy?.receiver, team: receivingTeam },
			},
		},
		backtest: backtestSplit(replay, { policyId, sendingTeam, receivingTeam }),
		weight: firstPass.n - firstPass.hits,
	};
}

const formatPair = ({ sendingTeam, receivingTeam }: Group): string =>
	`${sendingTeam || 'no team'} → ${receivingTeam || 'no team'}`;

const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '') || 'team';
