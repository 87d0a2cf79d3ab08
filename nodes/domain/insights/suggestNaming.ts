import type { Policy } from '../policy/policy';
import type { Report } from './report';
import { upperTail } from './chance';
import { FEWEST } from './rate';
import { backtestNaming } from './replay/backtestAnswers';
import type { UnnamedLine } from './policyLines';
import { formatRate } from './formatFigures';
import type { Candidate, Suggestion } from './suggestion';

const FEWEST_UNNAMED = 3;
const UNNAMED_SHARE = 0.2;

/** Policies whose handoffs come back without a word about which field. */
export const suggestNaming = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.unnamedReturns
		.filter(({ unnamed }) => unnamed.n >= FEWEST)
		.map((line) => {
			const { hits, share = 0 } = line.unnamed;
			const worth = hits >= FEWEST_UNNAMED && share >= UNNAMED_SHARE;
			return {
				about: JSON.stringify(['naming', line.policyId]),
				chance: upperTail(line.unnamed, UNNAMED_SHARE),
				...(worth && { advise: () => nameFields(line, policies, report) }),
			};
		});

/** A policy cannot make people choose a field, but it can make them write down what is missing. */
function nameFields(
	{ policyId, unnamed }: UnnamedLine,
	policies: readonly Policy[],
	{ replay }: Report,
): Omit<Suggestion, 'chance'> {
	const reasons = policies.find(({ id }) => id === policyId)?.acceptance.returnReasons ?? [];
	return {
		kind: 'nameFields',
		policyId,
		title: 'Ask for the field when a handoff is returned',
		evidence: `Returned without naming a field: ${formatRate(unnamed)} of the returns. Nobody can tell from these which requirement to change, or which one is idle.`,
		against: '',
		...(reasons.some(({ needsNote }) => !needsNote) && {
			change: {
				policyId,
				place: 'acceptance.returnReasons',
				action: 'replace',
				json: reasons.map((reason) => ({ ...reason, needsNote: true })),
			},
		}),
		backtest: backtestNaming(replay, policyId),
		weight: unnamed.hits,
	};
}
