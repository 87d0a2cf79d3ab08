import type { Instant } from '../base/instant';
import {
	countAccepted,
	countClocks,
	countGate,
	countSubmission,
	startAmounts,
	startCounts,
	type Amounts,
	type Count,
	type Counts,
} from './countHistory';
import type { Measures } from './figures';
import { rateOf, spreadOf, type Rate } from './rate';
import type { Calendar } from '../time/calendar';
import type { HandoffHistory } from './handoffHistory';

/** Counts handoffs, one after another. */
export interface MeasuresTally {
	add(history: HandoffHistory): void;
	read(): Measures;
}

/** The working hours of receiving teams, by policy. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** Starts to count. `now` tells which deadlines have passed. */
export function startMeasures(now: Instant, calendars: Calendars): MeasuresTally {
	const counts = startCounts();
	const amounts = startAmounts();
	const totals = { handoffs: 0, accepted: 0, submissions: 0, returns: 0 };
	return {
		add(history) {
			totals.handoffs += 1;
			totals.submissions += history.submissions.size;
			countGate(counts, history);
			countClocks(counts, history);
			for (const submission of history.submissions.values()) {
				if (submission.outcome === 'returned') totals.returns += 1;
				countSubmission(counts, submission, now);
				if (submission.answerMinutes !== undefined) {
					amounts.answerMinutes.push(submission.answerMinutes);
				}
			}
			if (history.accepted === undefined) return;
			totals.accepted += 1;
			const { accepted, last } = history;
			const calendar = calendars.get(last.policyId);
			countAccepted({ counts, amounts }, history, { accepted, calendar });
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
	backAfterAccepted: readCount(counts.backAfterAccepted),
	returnedAfterAccepted: readCount(counts.returnedAfterAccepted),
	acceptedBeforeClose: readCount(counts.acceptedBeforeClose, counts.acceptedBeforeClose.n > 0),
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
	closeToAcceptedBusinessMinutes: spreadOf(
		amounts.closeToAcceptedBusinessMinutes,
		amounts.closeToAcceptedBusinessMinutes.length > 0,
	),
});
