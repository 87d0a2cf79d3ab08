import type { Group, Report } from './buildReport';
import { sayRate } from './say';
import type { Suggestion } from './suggestion';

/** Policies that fit one pair of teams and not another. */
export function suggestSplits(report: Report): Suggestion[] {
	return report.byPolicy.flatMap(({ key }) => {
		const pairs = report.byTeams
			.filter(({ policyId, measures }) => policyId === key && shareOf(measures) !== undefined)
			.sort((left, right) => (shareOf(left.measures) ?? 0) - (shareOf(right.measures) ?? 0));
		const worst = pairs[0];
		const best = pairs.at(-1);
		if (worst === undefined || best === undefined) return [];
		const apart = (worst.measures.firstPass.high ?? 1) < (best.measures.firstPass.low ?? 0);
		return apart ? [split(key, worst, best)] : [];
	});
}

const shareOf = ({ firstPass }: Group['measures']): number | undefined => firstPass.share;

function split(policyId: string, worst: Group, best: Group): Suggestion {
	const { hits, n } = worst.measures.firstPass;
	return {
		kind: 'splitPolicy',
		policyId,
		title: `Agree a policy of their own for ${sayPair(worst)}`,
		evidence: `Accepted at the first attempt: ${sayRate(worst.measures.firstPass)} for ${sayPair(worst)}, ${sayRate(best.measures.firstPass)} for ${sayPair(best)}.`,
		change: {
			policyId,
			place: '',
			action: 'add',
			json: {
				id: `${policyId}-${slug(worst.sendingTeam)}-${slug(worst.receivingTeam)}`,
				sender: { team: worst.sendingTeam ?? '' },
				receiver: { team: worst.receivingTeam ?? '' },
			},
		},
		backtest: `It would have applied to ${worst.measures.handoffs} of the handoffs of this report.`,
		weight: n - hits,
	};
}

const sayPair = ({ sendingTeam, receivingTeam }: Group): string =>
	`${sendingTeam || 'no team'} → ${receivingTeam || 'no team'}`;

const slug = (text = ''): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '') || 'team';
