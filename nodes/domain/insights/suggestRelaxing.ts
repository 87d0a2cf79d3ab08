import type { Policy, Requirement } from '../policy/policy';
import type { Report } from './report';
import { lowerTail } from './chance';
import { backtestRelaxing } from './replay/backtestRequirement';
import { requirementOf } from './requirementOf';
import type { RequirementLine } from './requirementLines';
import { formatUpperBound } from './formatFigures';
import { aboutField, type Candidate, type Suggestion } from './suggestion';

const FEWEST_TO_RELAX = 100;
/** A requirement that holds up so many, or more, earns its place. */
const WORTH_ASKING = 0.05;

/** Requirements that never held anything up. */
export const suggestRelaxing = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.requirements
		.filter(({ n }) => n >= FEWEST_TO_RELAX)
		.flatMap((line) => {
			const known = knownAs(policies, line);
			if (known === undefined || known.severity === 'warning') return [];
			const { n, notMet, waived, returned, returnedUnnamed, dead } = line;
			const hits = Math.min(n, notMet + waived + returned + returnedUnnamed);
			return [
				{
					about: aboutField(line),
					chance: lowerTail({ hits, n }, WORTH_ASKING),
					...(dead && { advise: () => relax(line, known, report) }),
				},
			];
		});

const relax = (line: RequirementLine, known: Requirement, { replay }: Report) =>
	({
		kind: 'relax',
		policyId: line.policyId,
		title: `Make “${line.label}” a warning, or drop it`,
		evidence: `Never unmet, never waived and never returned in ${line.n} handoffs; very likely fewer than ${formatUpperBound(line.n)} need it.`,
		against: '',
		change: warn(line.policyId, known),
		backtest: backtestRelaxing(replay, line),
		weight: 1,
	}) satisfies Omit<Suggestion, 'chance'>;

/** The requirement as one that only warns. */
export const warn = (policyId: string, known: Requirement): Suggestion['change'] => ({
	policyId,
	place: 'requirements',
	action: 'replace',
	json: { ...known, severity: 'warning' },
});

/** The requirement of a line, as the policy at hand has it. */
export const knownAs = (
	policies: readonly Policy[],
	{ policyId, requirementId }: Pick<RequirementLine, 'policyId' | 'requirementId'>,
): Requirement | undefined => requirementOf(policies, policyId, ({ id }) => id === requirementId);
