import { getOrStart } from './getOrStart';
import type { HandoffHistory } from './handoffHistory';
import { namedFields } from './replay/outcomes';
import { costOfReturn } from './returnCost';
import type { Submission } from './submission';

interface FieldCount {
	notMet: number;
	/** Ended submissions in which the gate had a finding on the field. */
	caught: number;
	returns: number;
	escapes: number;
	reasons: Map<string, number>;
}

interface ReasonCount {
	label: string;
	returns: number;
	escapes: number;
	fields: Map<string, number>;
	/** What each return that came again cost, in minutes. */
	costs: number[];
}

export interface PolicyCounts {
	seen: number;
	/** Ended submissions of which the verdict is known. */
	judged: number;
	returns: number;
	/** Returns that name no field. */
	unnamed: number;
	costs: number[];
	fields: Map<string, FieldCount>;
	reasons: Map<string, ReasonCount>;
}

export const startPolicy = (): PolicyCounts => ({
	seen: 0,
	judged: 0,
	returns: 0,
	unnamed: 0,
	costs: [],
	fields: new Map(),
	reasons: new Map(),
});

const startField = (): FieldCount => ({
	notMet: 0,
	caught: 0,
	returns: 0,
	escapes: 0,
	reasons: new Map(),
});

/** Counts one handoff: what the gate found wanting, what came back and why. */
export function countHandoff(policy: PolicyCounts, history: HandoffHistory): void {
	if (history.evaluations.size > 0) policy.seen += 1;
	const wanting = new Set([...history.evaluations.values()].flatMap(({ fields }) => fields));
	for (const field of wanting) getOrStart(policy.fields, field, startField).notMet += 1;
	for (const submission of history.submissions.values())
		countSubmissionFields(policy, submission, costOfReturn(history, submission));
}

/** @param cost minutes that the return cost the sending team, where they are known */
function countSubmissionFields(policy: PolicyCounts, submission: Submission, cost?: number): void {
	const { outcome, evaluation } = submission;
	if (outcome === 'open') return;
	if (evaluation !== undefined) {
		policy.judged += 1;
		for (const field of new Set(evaluation.fields)) {
			getOrStart(policy.fields, field, startField).caught += 1;
		}
	}
	if (outcome === 'returned') countReturn(policy, submission, cost);
}

function countReturn(policy: PolicyCounts, submission: Submission, cost?: number): void {
	const { reasons, evaluation } = submission;
	const named = namedFields(submission);
	policy.returns += 1;
	if (cost !== undefined) policy.costs.push(cost);
	if (named.size === 0) policy.unnamed += 1;
	for (const field of named) {
		const line = getOrStart(policy.fields, field, startField);
		line.returns += 1;
		if (evaluation !== undefined && !evaluation.fields.includes(field)) line.escapes += 1;
		for (const reason of reasons) {
			if (reason.field === field) increase(line.reasons, reason.label);
		}
	}
	for (const { code, label, field } of reasons) {
		const line = getOrStart(policy.reasons, code, () => startReason(label));
		line.returns += 1;
		if (evaluation?.ready === true) line.escapes += 1;
		if (cost !== undefined) line.costs.push(cost);
		if (field !== undefined) increase(line.fields, field);
	}
}

const startReason = (label: string): ReasonCount => ({
	label,
	returns: 0,
	escapes: 0,
	fields: new Map(),
	costs: [],
});

const increase = (counts: Map<string, number>, key: string): void => {
	counts.set(key, (counts.get(key) ?? 0) + 1);
};
