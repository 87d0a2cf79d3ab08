import type { Instant } from '../base/instant';
import type { GivenReason } from '../handoff/decision';
import { instantOf } from '../ledger/cells';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { isQuestionEvent, type QuestionEvent } from './formatQuestion';
import type { GateEvaluation } from './gateEvaluation';

type DecisionEvent = LedgerEventOf<'handoff.accepted' | 'handoff.returned'>;

/** One attempt that was put before the receiving team. */
export interface Submission {
	attempt: number;
	requestedAt: Instant;
	/**
	 * The first deadline that the receiving team was given for this attempt, moved on by the time that it
	 * stood while a question was open.
	 */
	respondBy?: Instant;
	outcome: 'accepted' | 'returned' | 'unanswered' | 'open';
	endedAt?: Instant;
	/** The receiving team's own time from the request to its decision. */
	answerMinutes?: number;
	reasons: readonly GivenReason[];
	/** What the gate had said about this attempt. */
	evaluation?: GateEvaluation;
	/** The rows of the first request and of the decision. */
	request?: LedgerEventOf<'handoff.requested'>;
	decision?: DecisionEvent;
}

/** The attempts of one handoff that were put before the receiving team, by their number. */
export type Submissions = Map<number, Submission>;

/**
 * Notes what a row says of an attempt. An acceptance stands: what comes after it is told of the
 * handoff (`HandoffHistory.after`) and takes nothing back of the attempt.
 */
export function noteSubmission(submissions: Submissions, event: LedgerEvent): void {
	if (submissions.get(event.attempt)?.outcome === 'accepted') return;
	if (event.type === 'handoff.requested') addRequest(submissions, event);
	else if (isQuestionEvent(event)) moveDeadline(submissions, event);
	else if (event.type === 'handoff.unanswered') endSubmission(submissions, event, 'unanswered');
	else if (event.type === 'handoff.returned') decideSubmission(submissions, event, 'returned');
	else if (event.type === 'handoff.accepted') decideSubmission(submissions, event, 'accepted');
}

/** Asking again about the same attempt opens it anew; its first deadline stays the promise. */
function addRequest(submissions: Submissions, event: LedgerEventOf<'handoff.requested'>): void {
	const known = submissions.get(event.attempt);
	if (known !== undefined) {
		known.outcome = 'open';
		return;
	}
	const submission = openSubmission(submissions, event);
	const respondBy = instantOf(openData(event).respondBy);
	if (respondBy !== undefined) submission.respondBy = respondBy;
	submission.request = event;
}

/** A question of the receiving team moves its deadline, to where the last of its rows says. */
function moveDeadline(submissions: Submissions, event: QuestionEvent): void {
	const submission = submissions.get(event.attempt);
	const { round, respondBy } = openData(event);
	const due = instantOf(respondBy);
	const first = submission?.request && openData(submission.request).round;
	if (submission === undefined || due === undefined || round !== first) return;
	submission.respondBy = due;
}

function openSubmission(submissions: Submissions, event: LedgerEvent): Submission {
	const submission: Submission = {
		attempt: event.attempt,
		requestedAt: event.at,
		outcome: 'open',
		reasons: [],
	};
	submissions.set(event.attempt, submission);
	return submission;
}

function endSubmission(
	submissions: Submissions,
	event: LedgerEvent,
	outcome: Submission['outcome'],
): Submission {
	const submission = submissions.get(event.attempt) ?? openSubmission(submissions, event);
	submission.outcome = outcome;
	submission.endedAt = event.at;
	return submission;
}

function decideSubmission(
	submissions: Submissions,
	event: DecisionEvent,
	outcome: 'accepted' | 'returned',
): void {
	const submission = endSubmission(submissions, event, outcome);
	submission.decision = event;
	submission.reasons = event.reasons;
	const { request } = submission;
	if (request === undefined) return;
	submission.answerMinutes = Math.max(0, event.receiverMinutes - request.receiverMinutes);
}
