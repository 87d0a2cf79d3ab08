import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import type { Submission } from '../submission';
import { countOutcome, namedFields, startOutcomes, type Outcomes } from './outcomes';

/** What became of the submissions in which the gate had nothing to say against one field. */
export interface FieldReplay {
	policyId: string;
	field: string;
	passed: Outcomes;
}

interface PolicyFields {
	/** All submissions of which the verdict is known; a return counts as returned otherwise. */
	judged: Outcomes;
	/** Of those, the ones in which the gate had a finding on the field. */
	wanting: Map<string, Outcomes>;
	/** Returns that name the field although the gate had passed it. */
	escapes: Map<string, number>;
}

export interface FieldReplays {
	add(history: HandoffHistory): void;
	read(): FieldReplay[];
}

/** Counts what asking for a field, or asking more of it, could have stopped. */
export function startFieldReplays(): FieldReplays {
	const policies = new Map<string, PolicyFields>();
	return {
		add({ last, submissions }) {
			const policy = getOrStart(policies, last.policyId, startPolicy);
			for (const submission of submissions.values()) countSubmission(policy, submission);
		},
		read: () => [...policies].flatMap(([policyId, policy]) => readFields(policyId, policy)),
	};
}

const startPolicy = (): PolicyFields => ({
	judged: startOutcomes(),
	wanting: new Map(),
	escapes: new Map(),
});

/** No return names a field without a name: so each counts as returned otherwise. */
const NO_FIELD = '';

function countSubmission(policy: PolicyFields, submission: Submission): void {
	const { evaluation } = submission;
	if (evaluation === undefined) return;
	countOutcome(policy.judged, submission, NO_FIELD);
	for (const field of new Set(evaluation.fields)) {
		countOutcome(getOrStart(policy.wanting, field, startOutcomes), submission, NO_FIELD);
	}
	for (const field of namedFields(submission)) {
		if (evaluation.fields.includes(field)) continue;
		policy.escapes.set(field, (policy.escapes.get(field) ?? 0) + 1);
	}
}

const readFields = (policyId: string, { judged, wanting, escapes }: PolicyFields): FieldReplay[] =>
	[...escapes].map(([field, forField]) => {
		const caught = wanting.get(field) ?? startOutcomes();
		const returned = judged.returnedOtherwise - caught.returnedOtherwise;
		return {
			policyId,
			field,
			passed: {
				attempts: judged.attempts - caught.attempts,
				ended: judged.ended - caught.ended,
				accepted: judged.accepted - caught.accepted,
				returnedForField: forField,
				returnedOtherwise: returned - forField,
				unanswered: judged.unanswered - caught.unanswered,
			},
		};
	});
