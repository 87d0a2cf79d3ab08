import type { Policy, Requirement } from '../../policy/policy';
import { judgedEvaluations, requirementStateIn } from '../requirementState';
import type { GateEvaluation } from '../gateEvaluation';
import type { HandoffHistory } from '../handoffHistory';
import { countOutcome, namedFields, startOutcomes, type Outcomes } from './outcomes';

/** What became of the attempts that were judged by one requirement, by how it stood. */
export interface RequirementReplay {
	policyId: string;
	requirementId: string;
	field: string;
	/** Attempts that the gate judged by it, in the version at hand. */
	asked: number;
	/** Attempts that the gate stopped and in which it was not met. */
	stopped: number;
	/** Attempts that nothing else held back: without it they would have gone on. */
	alone: number;
	/** Handoffs whose attempt 1 was among them, and handoffs that were judged on attempt 1. */
	aloneAtFirst: number;
	askedAtFirst: number;
	/** Of the attempts under `alone`: the handoff came back for the field later. */
	aloneReturnedLater: number;
	/** Attempts that went on by a waiver of it. */
	waived: Outcomes;
	/** Went on although it was not met: a warning, or a gate that only warns or watches. */
	warned: Outcomes;
	/** Went on and met it. */
	met: Outcomes;
}

interface Line {
	requirement: Requirement;
	replay: RequirementReplay;
}

interface Judged {
	lines: Line[];
	/** Ids of what the policy makes a warning: it stops nothing. */
	warnings: ReadonlySet<string>;
}

export interface RequirementReplays {
	add(history: HandoffHistory): void;
	read(): RequirementReplay[];
}

/** Counts, for each requirement of the policies at hand, what would be different without it. */
export function startRequirementReplays(policies: readonly Policy[]): RequirementReplays {
	const judged = new Map(
		policies.map((policy) => [`${policy.id}\n${policy.version}`, startPolicy(policy)]),
	);
	return {
		add(history) {
			const { version, evaluations } = judgedEvaluations(history);
			const policy = judged.get(`${history.last.policyId}\n${version}`);
			if (policy === undefined) return;
			for (const evaluation of evaluations) {
				const open = evaluation.open.filter((id) => !policy.warnings.has(id));
				for (const line of policy.lines) countEvaluation(line, history, { evaluation, open });
			}
		},
		read: () => [...judged.values()].flatMap(({ lines }) => lines.map(({ replay }) => replay)),
	};
}

const startPolicy = ({ id: policyId, requirements }: Policy): Judged => ({
	warnings: new Set(
		requirements.filter(({ severity }) => severity === 'warning').map(({ id }) => id),
	),
	lines: requirements.map((requirement) => ({
		requirement,
		replay: {
			policyId,
			requirementId: requirement.id,
			field: requirement.field,
			asked: 0,
			stopped: 0,
			alone: 0,
			aloneAtFirst: 0,
			askedAtFirst: 0,
			aloneReturnedLater: 0,
			waived: startOutcomes(),
			warned: startOutcomes(),
			met: startOutcomes(),
		},
	})),
});

function countEvaluation(
	{ requirement, replay }: Line,
	history: HandoffHistory,
	{ evaluation, open }: { evaluation: GateEvaluation; open: readonly string[] },
): void {
	const state = requirementStateIn(evaluation, requirement);
	if (state === undefined) return;
	replay.asked += 1;
	if (evaluation.attempt === 1) replay.askedAtFirst += 1;
	if (!evaluation.passes) {
		if (state !== 'notMet') return;
		replay.stopped += 1;
		if (open.length === 1 && open[0] === requirement.id) countAlone(replay, history, evaluation);
		return;
	}
	const outcomes = state === 'notMet' ? replay.warned : replay[state];
	countOutcome(outcomes, history.submissions.get(evaluation.attempt), requirement.field);
}

function countAlone(
	replay: RequirementReplay,
	{ submissions }: HandoffHistory,
	{ attempt }: GateEvaluation,
): void {
	replay.alone += 1;
	if (attempt === 1) replay.aloneAtFirst += 1;
	const later = [...submissions.values()].some(
		(submission) => submission.attempt >= attempt && namedFields(submission).has(replay.field),
	);
	if (later) replay.aloneReturnedLater += 1;
}
