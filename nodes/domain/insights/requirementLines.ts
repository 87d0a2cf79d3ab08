import type { Policy, Requirement } from '../policy/policy';
import { namedFields } from './replay/outcomes';
import { judgedEvaluations, requirementStateIn } from './requirementState';
import type { GateEvaluation } from './gateEvaluation';
import type { HandoffHistory } from './handoffHistory';

/** How one requirement of a policy at hand fared. Counts are handoffs. */
export interface RequirementLine {
	policyId: string;
	requirementId: string;
	label: string;
	field: string;
	/** Handoffs that the gate judged by it, in the version at hand. */
	n: number;
	notMet: number;
	waived: number;
	returned: number;
	/** Never unmet, never waived and its field never returned, in at least 30 handoffs. */
	dead: boolean;
}

/**
 * From this many handoffs on, “never” bounds the true share: with 95 % certainty it is below 3/n (the
 * rule of three), which is 10 % here.
 */
export const FEWEST_FOR_DEAD = 30;

export interface RequirementTally {
	add(history: HandoffHistory): void;
	read(): RequirementLine[];
}

/**
 * Counts the requirements of the policies at hand. Only evaluations by the same version of a policy
 * count, since another version may ask for something else. A requirement with a condition is counted where
 * the row says that it applied (`data.checked`), or where it was not met.
 */
export function startRequirementLines(policies: readonly Policy[]): RequirementTally {
	const tallies = new Map(
		policies.map((policy) => [
			`${policy.id}\n${policy.version}`,
			policy.requirements.map((requirement) => ({
				requirement,
				line: startLine(policy, requirement),
			})),
		]),
	);
	return {
		add(history) {
			const { version, evaluations } = judgedEvaluations(history);
			const lines = tallies.get(`${history.last.policyId}\n${version}`) ?? [];
			if (lines.length === 0 || evaluations.length === 0) return;
			const returned = returnedFields(history);
			for (const { requirement, line } of lines) {
				countEvaluations(line, requirement, { evaluations, returned });
			}
		},
		read: () => [...tallies.values()].flat().map(({ line }) => ({ ...line, dead: isDead(line) })),
	};
}

const startLine = (policy: Policy, { id, label, field }: Requirement): RequirementLine => ({
	policyId: policy.id,
	requirementId: id,
	label,
	field,
	n: 0,
	notMet: 0,
	waived: 0,
	returned: 0,
	dead: false,
});

function countEvaluations(
	line: RequirementLine,
	requirement: Requirement,
	{
		evaluations,
		returned,
	}: { evaluations: readonly GateEvaluation[]; returned: ReadonlySet<string> },
): void {
	const states = new Set(
		evaluations.map((evaluation) => requirementStateIn(evaluation, requirement)),
	);
	const notMet = states.has('notMet');
	const waived = states.has('waived');
	if (!notMet && !waived && !states.has('met')) return;
	line.n += 1;
	if (notMet) line.notMet += 1;
	if (waived) line.waived += 1;
	if (returned.has(requirement.field)) line.returned += 1;
}

const returnedFields = ({ submissions }: HandoffHistory): Set<string> =>
	new Set([...submissions.values()].flatMap((submission) => [...namedFields(submission)]));

const isDead = ({ n, notMet, waived, returned }: RequirementLine): boolean =>
	n >= FEWEST_FOR_DEAD && notMet + waived + returned === 0;
