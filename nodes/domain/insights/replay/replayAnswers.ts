import { getOrStart } from '../getOrStart';
import type { HandoffHistory } from '../handoffHistory';
import type { Submission } from '../submission';

/** How long the answers under one policy took, so that another deadline can be held against them. */
export interface AnswerReplay {
	policyId: string;
	/** Submissions that were answered, of which the receiving team's own time is known. */
	answered: number;
	/** Submissions that nobody answered: late under any deadline, as far as a ledger knows. */
	unanswered: number;
	/** Of both, those with a deadline of their own, and those decided by it. */
	promised: number;
	inTime: number;
	/** Answers by the begun hours of business time that they took, the quickest first. */
	byHours: Array<{ hours: number; answers: number }>;
}

interface Counts extends Omit<AnswerReplay, 'policyId' | 'byHours'> {
	hours: Map<number, number>;
}

export interface AnswerReplays {
	add(history: HandoffHistory): void;
	read(): AnswerReplay[];
}

/** Counts the answers of each policy by the time they took. */
export function startAnswerReplays(): AnswerReplays {
	const policies = new Map<string, Counts>();
	return {
		add({ last, submissions }) {
			const counts = getOrStart(policies, last.policyId, startCounts);
			for (const submission of submissions.values()) countAnswer(counts, submission);
		},
		read: () =>
			[...policies].map(([policyId, { hours, ...counts }]) => ({
				policyId,
				...counts,
				byHours: [...hours]
					.map(([each, answers]) => ({ hours: each, answers }))
					.sort((left, right) => left.hours - right.hours),
			})),
	};
}

const startCounts = (): Counts => ({
	answered: 0,
	unanswered: 0,
	promised: 0,
	inTime: 0,
	hours: new Map(),
});

function countAnswer(counts: Counts, submission: Submission): void {
	const { outcome, answerMinutes, respondBy, endedAt } = submission;
	const silent = outcome === 'unanswered';
	if (outcome === 'open' || (!silent && answerMinutes === undefined)) return;
	if (respondBy !== undefined) {
		counts.promised += 1;
		if (!silent && endedAt !== undefined && endedAt <= respondBy) counts.inTime += 1;
	}
	if (silent || answerMinutes === undefined) {
		counts.unanswered += 1;
		return;
	}
	counts.answered += 1;
	const hours = Math.ceil(answerMinutes / 60);
	counts.hours.set(hours, (counts.hours.get(hours) ?? 0) + 1);
}

/** How many answers took at most so many whole hours of business time. */
export const answersWithin = ({ byHours }: AnswerReplay, most: number): number =>
	byHours.reduce((sum, { hours, answers }) => (hours <= most ? sum + answers : sum), 0);
