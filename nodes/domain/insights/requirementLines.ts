import type { Policy, Requirement } from '../policy/policy';
import { namedFields } from './replay/outcomes';
import {
	countExceptions,
	isExceptionEvent,
	noExceptions,
	type ExceptionCounts,
} from './exceptionCounts';
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
	/** Came back without a word about the field: nobody knows what these were about. */
	returnedUnnamed: number;
	/** What was asked for and answered about exceptions from it. */
	exceptions: ExceptionCounts;
	/** Put before the receiving team by a waiver of it and ended, and of those: its field came back. */
	waivedEnded: number;
	waivedReturned: number;
	/**
	 * Never unmet, never waived, its field never returned and nothing returned that might have been
	 * about it, in at least 30 handoffs.
	 */
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
			const exceptions = history.events.filter(isExceptionEvent);
			for (const { requirement, line } of lines) {
				if (exceptions.length > 0) countExceptions(line.exceptions, exceptions, requirement.id);
				if (!countEvaluations(line, requirement, { evaluations, returned })) continue;
				countWaived(line, requirement, { evaluations, history });
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
	returnedUnnamed: 0,
	exceptions: noExceptions(),
	waivedEnded: 0,
	waivedReturned: 0,
	dead: false,
});

/** Counts a handoff that was asked for the requirement; says whether it was waived. */
function countEvaluations(
	line: RequirementLine,
	requirement: Requirement,
	{ evaluations, returned }: { evaluations: readonly GateEvaluation[]; returned: Returned },
): boolean {
	const states = new Set(
		evaluations.map((evaluation) => requirementStateIn(evaluation, requirement)),
	);
	const notMet = states.has('notMet');
	const waived = states.has('waived');
	if (!notMet && !waived && !states.has('met')) return false;
	line.n += 1;
	if (notMet) line.notMet += 1;
	if (waived) line.waived += 1;
	if (returned.fields.has(requirement.field)) line.returned += 1;
	if (returned.unnamed) line.returnedUnnamed += 1;
	return waived;
}

/** Counts what became of a handoff that went on by a waiver of the requirement. */
function countWaived(
	line: RequirementLine,
	requirement: Requirement,
	{ evaluations, history }: { evaluations: readonly GateEvaluation[]; history: HandoffHistory },
): void {
	const ended = evaluations.flatMap((evaluation) => {
		const submission = history.submissions.get(evaluation.attempt);
		const waived = requirementStateIn(evaluation, requirement) === 'waived';
		return waived && submission !== undefined && submission.outcome !== 'open' ? [submission] : [];
	});
	if (ended.length > 0) line.waivedEnded += 1;
	const cameBack = ended.some((submission) => namedFields(submission).has(requirement.field));
	if (cameBack) line.waivedReturned += 1;
}

/** What the returns of one handoff name. */
interface Returned {
	fields: ReadonlySet<string>;
	/** Whether one of them names nothing. */
	unnamed: boolean;
}

function returnedFields({ submissions }: HandoffHistory): Returned {
	const returns = [...submissions.values()].filter(({ outcome }) => outcome === 'returned');
	const named = returns.map(namedFields);
	return {
		fields: new Set(named.flatMap((fields) => [...fields])),
		unnamed: named.some(({ size }) => size === 0),
	};
}

const isDead = ({ n, notMet, waived, returned, returnedUnnamed }: RequirementLine): boolean =>
	n >= FEWEST_FOR_DEAD && notMet + waived + returned + returnedUnnamed === 0;
