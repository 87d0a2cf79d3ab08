import type { Instant } from '../instant';
import {
	countClocks,
	countGate,
	countSubmission,
	noteAmounts,
	startAmounts,
	startCounts,
	type Amounts,
	type Count,
	type Counts,
} from './countStory';
import { rateOf, spreadOf, type Rate, type Spread } from './rate';
import type { Story } from './story';

/**
 * The figures of a set of handoffs. Every rate counts only what has ended, so that work in progress
 * is neither a success nor a failure.
 */
export interface Measures {
	handoffs: number;
	accepted: number;
	/** Attempts that were put before the receiving team, and how many of them came back. */
	submissions: number;
	returns: number;
	/** Accepted on attempt 1 / handoffs whose attempt 1 has ended. */
	firstPass: Rate;
	/** Found ready by the gate on attempt 1 / handoffs that the gate saw on attempt 1. */
	readyAtFirstLook: Rate;
	/** Returned / submissions that were accepted, returned or left unanswered. */
	returned: Rate;
	/** Left unanswered / the same. */
	unanswered: Rate;
	/** Decided by the first deadline given / submissions whose deadline has passed or were decided. */
	answeredInTime: Rate;
	/** Clocks of SLA Timer that were met / clocks that were met or breached. */
	clocksInTime: Rate;
	/** Handoffs with a waived requirement / handoffs that the gate saw. */
	waived: Rate;
	/** Handoffs with sources that contradict each other / handoffs whose sources were compared. */
	conflicts: Rate;
	/** Returned although the gate had found the record ready / returns of which the verdict is known. */
	escapes: Rate;
	/** Attempts of accepted handoffs. */
	attempts: Spread;
	/** Business minutes that each team had the ball, of accepted handoffs. */
	receiverMinutes: Spread;
	senderMinutes: Spread;
	/** Business minutes of the receiving team from a request to its decision. */
	answerMinutes: Spread;
	/** Minutes by the wall clock from the close of the deal to the acceptance. */
	closeToAcceptedMinutes: Spread;
}

/** Counts while stories come by. */
export interface MeasuresTally {
	add(story: Story): void;
	read(): Measures;
}

/** Starts to count. `now` tells which deadlines have passed. */
export function startMeasures(now: Instant): MeasuresTally {
	const counts = startCounts();
	const amounts = startAmounts();
	const totals = { handoffs: 0, accepted: 0, submissions: 0, returns: 0 };
	return {
		add(story) {
			totals.handoffs += 1;
			totals.submissions += story.submissions.size;
			countGate(counts, story);
			countClocks(counts, story);
			for (const submission of story.submissions.values()) {
				if (submission.outcome === 'returned') totals.returns += 1;
				countSubmission(counts, submission, now);
				if (submission.answerMinutes !== undefined) {
					amounts.answerMinutes.push(submission.answerMinutes);
				}
			}
			if (story.accepted === undefined) return;
			totals.accepted += 1;
			noteAmounts(amounts, story, story.accepted);
		},
		read: () => ({ ...totals, ...readCounts(counts), ...readAmounts(amounts) }),
	};
}

const readCounts = (counts: Counts) => ({
	firstPass: readCount(counts.firstPass),
	readyAtFirstLook: readCount(counts.readyAtFirstLook),
	returned: readCount(counts.returned),
	unanswered: readCount(counts.unanswered),
	answeredInTime: readCount(counts.answeredInTime),
	clocksInTime: readCount(counts.clocksInTime, counts.clocksInTime.n > 0),
	waived: readCount(counts.waived),
	conflicts: readCount(counts.conflicts, counts.conflicts.n > 0),
	escapes: readCount(counts.escapes),
});

const readCount = ({ hits, n }: Count, recorded = true): Rate => rateOf(hits, n, recorded);

const readAmounts = (amounts: Amounts) => ({
	attempts: spreadOf(amounts.attempts),
	receiverMinutes: spreadOf(amounts.receiverMinutes),
	senderMinutes: spreadOf(amounts.senderMinutes),
	answerMinutes: spreadOf(amounts.answerMinutes),
	closeToAcceptedMinutes: spreadOf(
		amounts.closeToAcceptedMinutes,
		amounts.closeToAcceptedMinutes.length > 0,
	),
});
