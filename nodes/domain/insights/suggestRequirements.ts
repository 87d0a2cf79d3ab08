import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './buildReport';
import type { FieldLine } from './policyLines';
import { FEWEST } from './rate';
import type { RequirementLine } from './requirementLines';
import { listWords, percent, sayAtMost, sayInterval } from './say';
import type { Suggestion } from './suggestion';

const FEWEST_ESCAPES = 3;
const ESCAPE_SHARE = 0.05;
const FEWEST_TO_RELAX = 100;
const WAIVED_SHARE = 0.2;

/** A text this long says more than a word put in to get past the gate. A start, to be talked about. */
const TELLING_LENGTH = 20;

const requirementOn = (
	policies: readonly Policy[],
	policyId: string,
	matches: (requirement: Requirement) => boolean,
) => policies.find(({ id }) => id === policyId)?.requirements.find(matches);

/** Fields that come back although the gate passed them. */
export const suggestTightening = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.fields
		.filter(({ escapes: { hits, share = 0 } }) => hits >= FEWEST_ESCAPES && share >= ESCAPE_SHARE)
		.map((line) =>
			tighten(
				line,
				requirementOn(policies, line.policyId, ({ field }) => field === line.field),
			),
		);

function tighten(line: FieldLine, known: Requirement | undefined): Suggestion {
	const { policyId, field, escapes, reasons } = line;
	const why = reasons.length === 0 ? '' : `, mostly for “${reasons[0]}”`;
	return {
		kind: 'tighten',
		policyId,
		title:
			known === undefined
				? `Let the gate ask for ${field}`
				: `Ask more of “${known.label}” at the gate`,
		evidence: `Returned for ${field} although the gate had passed it: ${escapes.hits} of ${escapes.n} submissions (${sayInterval(escapes)})${why}.`,
		change: {
			policyId,
			place: 'requirements',
			action: known === undefined ? 'add' : 'replace',
			json: known === undefined ? newRequirement(line) : stricter(known),
		},
		backtest: `Up to ${escapes.hits} returns would have been caught before the receiving team saw them.`,
		weight: escapes.hits,
	};
}

const newRequirement = ({ field, reasons }: FieldLine) => ({
	id: field.replace(/[^\w]+/g, '-').replace(/^-+|-+$/g, '') || 'new-requirement',
	label: field,
	field,
	check: { kind: 'present' },
	severity: 'blocker',
	fixer: 'sender',
	howToFix: reasons.length === 0 ? '' : `Handoffs came back for: ${listWords(reasons)}.`,
});

/** A warning becomes a blocker; a bare presence becomes a text that says something. */
function stricter(known: Requirement): unknown {
	if (known.severity === 'warning') return { ...known, severity: 'blocker' };
	if (known.check.kind === 'present') {
		return { ...known, check: { kind: 'text', minLength: TELLING_LENGTH } };
	}
	return { ...known, howToFix: `${known.howToFix} Agree what is enough here.`.trim() };
}

/** Requirements that never held anything up. */
export const suggestRelaxing = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.requirements
		.filter(({ dead, n }) => dead && n >= FEWEST_TO_RELAX)
		.flatMap((line) => {
			const known = knownAs(policies, line);
			if (known === undefined || known.severity === 'warning') return [];
			return [relax(line, known)];
		});

const relax = ({ policyId, label, n }: RequirementLine, known: Requirement): Suggestion => ({
	kind: 'relax',
	policyId,
	title: `Make “${label}” a warning, or drop it`,
	evidence: `Never unmet, never waived and never returned in ${n} handoffs; its true share is below ${sayAtMost(n)}.`,
	change: warn(policyId, known),
	backtest: `None of ${n} handoffs would have gone another way.`,
	weight: 1,
});

/** Requirements that are waived so often that the exception is the rule. */
export const suggestExceptions = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.requirements
		.filter(({ n, waived }) => n >= FEWEST && waived / n >= WAIVED_SHARE)
		.flatMap((line) => {
			const known = knownAs(policies, line);
			return known === undefined ? [] : [exceptionIntoRule(line, known)];
		});

const exceptionIntoRule = (
	{ policyId, label, n, waived }: RequirementLine,
	known: Requirement,
): Suggestion => ({
	kind: 'exceptionIntoRule',
	policyId,
	title: `Turn the exception for “${label}” into a rule`,
	evidence: `Waived in ${waived} of ${n} handoffs (${percent(waived / n)}).`,
	change: warn(policyId, known),
	backtest: `${waived} of ${n} handoffs would have needed no waiver. Say in “when” which handoffs need it.`,
	weight: waived,
});

const warn = (policyId: string, known: Requirement): Suggestion['change'] => ({
	policyId,
	place: 'requirements',
	action: 'replace',
	json: { ...known, severity: 'warning' },
});

const knownAs = (
	policies: readonly Policy[],
	{ policyId, requirementId }: RequirementLine,
): Requirement | undefined => requirementOn(policies, policyId, ({ id }) => id === requirementId);
