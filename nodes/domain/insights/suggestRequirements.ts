import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './buildReport';
import { FEWEST } from './rate';
import { backtestException, backtestRelaxing } from './replay/backtestRequirement';
import { requirementOf } from './requirementOf';
import type { RequirementLine } from './requirementLines';
import { formatPercent, formatUpperBound } from './formatFigures';
import type { Suggestion } from './suggestion';

const FEWEST_TO_RELAX = 100;
const WAIVED_SHARE = 0.2;

/** Requirements that never held anything up. */
export const suggestRelaxing = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.requirements
		.filter(({ dead, n }) => dead && n >= FEWEST_TO_RELAX)
		.flatMap((line) => {
			const known = knownAs(policies, line);
			if (known === undefined || known.severity === 'warning') return [];
			return [relax(line, known, report)];
		});

const relax = (line: RequirementLine, known: Requirement, { replay }: Report): Suggestion => ({
	kind: 'relax',
	policyId: line.policyId,
	title: `Make “${line.label}” a warning, or drop it`,
	evidence: `Never unmet, never waived and never returned in ${line.n} handoffs; its true share is below ${formatUpperBound(line.n)}.`,
	change: warn(line.policyId, known),
	backtest: backtestRelaxing(replay, line),
	weight: 1,
});

/** Requirements that are waived so often that the exception is the rule. */
export const suggestExceptions = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.requirements
		.filter(({ n, waived }) => n >= FEWEST && waived / n >= WAIVED_SHARE)
		.flatMap((line) => {
			const known = knownAs(policies, line);
			return known === undefined ? [] : [exceptionIntoRule(line, known, report)];
		});

const exceptionIntoRule = (
	line: RequirementLine,
	known: Requirement,
	{ replay }: Report,
): Suggestion => ({
	kind: 'exceptionIntoRule',
	policyId: line.policyId,
	title: `Turn the exception for “${line.label}” into a rule`,
	evidence: `Waived in ${line.waived} of ${line.n} handoffs (${formatPercent(line.waived / line.n)}). As a warning it needs no waiver; with “when” it asks only those that need it.`,
	change: warn(line.policyId, known),
	backtest: backtestException(replay, line),
	weight: line.waived,
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
): Requirement | undefined => requirementOf(policies, policyId, ({ id }) => id === requirementId);
