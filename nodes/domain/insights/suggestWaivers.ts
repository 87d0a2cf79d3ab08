import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './report';
import { upperTail } from './chance';
import { backtestException, backtestNoWaivers } from './replay/backtestRequirement';
import { FEWEST, rateOf } from './rate';
import type { RequirementLine } from './requirementLines';
import { formatPercent, formatRate } from './formatFigures';
import { aboutField, type Candidate, type Suggestion } from './suggestion';
import { knownAs, warn } from './suggestRelaxing';

/** From this share on an exception is worth a rule, and it must be shown to be more than this one. */
const WAIVED_SHARE = 0.2;
const SELDOM_WAIVED = 0.15;

const FEWEST_RETURNS = 3;
const RETURNED_SHARE = 0.05;

/** Requirements that are waived so often that the exception is the rule, or waived in vain. */
export const suggestWaivers = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.requirements.flatMap((line) => {
		const known = knownAs(policies, line);
		if (known === undefined) return [];
		return [
			...(line.n >= FEWEST ? [exceptionIntoRule(line, known, report)] : []),
			...(line.waivedEnded >= FEWEST ? [stopWaiving(line, policies, report)] : []),
		];
	});

/** What was waived and came back for it is no exception to make a rule of. */
const cameBack = ({ waivedReturned, waivedEnded }: RequirementLine): boolean =>
	waivedReturned > 0 && waivedReturned / waivedEnded >= RETURNED_SHARE;

function exceptionIntoRule(line: RequirementLine, known: Requirement, { fields, replay }: Report) {
	const { policyId, waived, n } = line;
	const worth = waived / n >= WAIVED_SHARE && !cameBack(line) && known.severity !== 'warning';
	const advise = (): Omit<Suggestion, 'chance'> => ({
		kind: 'exceptionIntoRule',
		policyId,
		title: `Turn the exception for “${line.label}” into a rule`,
		evidence: `Waived in ${waived} of ${n} handoffs (${formatPercent(waived / n)}). As a warning it needs no waiver; with “when” it asks only those that need it.`,
		against: againstException(line, fields),
		change: warn(policyId, known),
		backtest: backtestException(replay, line),
		weight: waived,
	});
	const chance = upperTail({ hits: waived, n }, SELDOM_WAIVED);
	return { about: aboutField(line), chance, ...(worth && { advise }) };
}

function againstException(line: RequirementLine, fields: Report['fields']): string {
	const { policyId, field, n, waivedEnded, waivedReturned, returnedUnnamed } = line;
	const escapes = fields.find(
		(each) => each.policyId === policyId && each.field === field,
	)?.escapes;
	return [
		waivedReturned > 0 && `${waivedReturned} of the ${waivedEnded} waived ones came back for it.`,
		escapes !== undefined &&
			escapes.hits > 0 &&
			`${escapes.hits} of ${escapes.n} submissions came back for ${field} although the gate had passed it.`,
		returnedUnnamed > 0 &&
			`${returnedUnnamed} of ${n} handoffs came back without naming a field: it may have been this one.`,
	]
		.filter((sentence) => sentence !== false)
		.join(' ');
}

function stopWaiving(line: RequirementLine, policies: readonly Policy[], { replay }: Report) {
	const { policyId, requirementId, label, waivedEnded: n, waivedReturned: hits } = line;
	const allowed = policies.find(({ id }) => id === policyId)?.waivers.allowed ?? [];
	const rate = rateOf(hits, n);
	const advise = (): Omit<Suggestion, 'chance'> => ({
		kind: 'stopWaiving',
		policyId,
		title: `Stop waiving “${label}”`,
		evidence: `Returned for ${line.field} after it had been waived: ${formatRate(rate)}.`,
		against: `${n - hits} of the ${n} waived ones did not come back for it.`,
		...(allowed.includes(requirementId) && {
			change: {
				policyId,
				place: 'waivers.allowed',
				action: 'replace',
				json: allowed.filter((id) => id !== requirementId),
			},
		}),
		backtest: backtestNoWaivers(replay, line),
		weight: hits,
	});
	return {
		about: aboutField(line),
		chance: upperTail(rate, RETURNED_SHARE),
		...(hits >= FEWEST_RETURNS && cameBack(line) && { advise }),
	};
}
