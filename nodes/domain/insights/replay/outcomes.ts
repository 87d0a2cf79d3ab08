import type { Submission } from '../submission';

/** How attempts went on. `ended` is the sum of the four that follow; the rest are still open. */
export interface Outcomes {
	attempts: number;
	ended: number;
	accepted: number;
	/** Returned, and the return names the field in question. */
	returnedForField: number;
	returnedOtherwise: number;
	unanswered: number;
}

export const startOutcomes = (): Outcomes => ({
	attempts: 0,
	ended: 0,
	accepted: 0,
	returnedForField: 0,
	returnedOtherwise: 0,
	unanswered: 0,
});

/** Counts one attempt. Without a submission it stopped at the gate, or is about to be put on. */
export function countOutcome(
	counted: Outcomes,
	submission: Submission | undefined,
	field: string,
): void {
	counted.attempts += 1;
	if (submission === undefined || submission.outcome === 'open') return;
	counted.ended += 1;
	if (submission.outcome === 'accepted') counted.accepted += 1;
	else if (submission.outcome === 'unanswered') counted.unanswered += 1;
	else if (namedFields(submission).has(field)) counted.returnedForField += 1;
	else counted.returnedOtherwise += 1;
}

/** The fields that a return names, in its own list or with a reason. */
export function namedFields({ decision, reasons, outcome }: Submission): Set<string> {
	const named = new Set<string>();
	if (outcome !== 'returned') return named;
	for (const field of decision?.fields ?? []) named.add(field);
	for (const { field } of reasons) if (field !== undefined) named.add(field);
	return named;
}
