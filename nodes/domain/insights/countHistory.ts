import type { Instant } from '../base/instant';
import { instantOf } from '../ledger/cells';
import type { LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import type { Calendar } from '../time/calendar';
import { openBetween, openTimeOf } from '../time/openTime';
import type { HandoffHistory } from './handoffHistory';
import type { Submission } from './submission';

/** How many of how many. */
export interface Count {
	hits: number;
	n: number;
}

/** What is counted; the meaning of each is told where it is given out, in `Measures`. */
export const startCounts = () => ({
	firstPass: { hits: 0, n: 0 },
	readyAtFirstLook: { hits: 0, n: 0 },
	returned: { hits: 0, n: 0 },
	unanswered: { hits: 0, n: 0 },
	answeredInTime: { hits: 0, n: 0 },
	clocksInTime: { hits: 0, n: 0 },
	waived: { hits: 0, n: 0 },
	conflicts: { hits: 0, n: 0 },
	escapes: { hits: 0, n: 0 },
	backAfterAccepted: { hits: 0, n: 0 },
	returnedAfterAccepted: { hits: 0, n: 0 },
	acceptedBeforeClose: { hits: 0, n: 0 },
});
export type Counts = ReturnType<typeof startCounts>;

/** What is measured. */
export const startAmounts = () => ({
	attempts: new Array<number>(),
	receiverMinutes: new Array<number>(),
	senderMinutes: new Array<number>(),
	answerMinutes: new Array<number>(),
	closeToAcceptedMinutes: new Array<number>(),
	closeToAcceptedBusinessMinutes: new Array<number>(),
});
export type Amounts = ReturnType<typeof startAmounts>;

const count = (counted: Count, hit: boolean): void => {
	counted.n += 1;
	if (hit) counted.hits += 1;
};

/** Counts what the gate said of a handoff, and what became of attempt 1. */
export function countGate(counts: Counts, history: HandoffHistory): void {
	const first = firstPassOf(history);
	if (first !== undefined) count(counts.firstPass, first);
	const evaluation = history.evaluations.get(1);
	if (evaluation !== undefined) count(counts.readyAtFirstLook, evaluation.ready);
	if (history.evaluations.size > 0) count(counts.waived, isWaived(history));
	const compared = [...history.evaluations.values()].flatMap(({ event }) => {
		const { conflicts } = openData(event);
		return conflicts === undefined ? [] : [conflicts.length];
	});
	const disagree = compared.some((found) => found > 0);
	if (compared.length > 0) count(counts.conflicts, disagree);
}

/** Whether attempt 1 was accepted; undefined while it has not ended, or is not in the rows. */
export function firstPassOf({
	evaluations,
	submissions,
	attempts,
}: HandoffHistory): boolean | undefined {
	const evaluation = evaluations.get(1);
	const submission = submissions.get(1);
	if (evaluation === undefined && submission === undefined) return undefined;
	if (submission?.outcome === 'accepted') return true;
	const ended = attempts > 1 || evaluation?.passes === false || isEnded(submission);
	return ended ? false : undefined;
}

const isEnded = (submission: Submission | undefined): boolean =>
	submission !== undefined && submission.outcome !== 'open';

/** A waived requirement is a finding that is not open; a row of its own says it too. */
const isWaived = ({ evaluations, events }: HandoffHistory): boolean =>
	[...evaluations.values()].some(({ fields, open }) => fields.length > open.length) ||
	events.some(({ type }) => type === 'requirement.waived');

/** Counts each clock of a handoff that was met or breached. */
export function countClocks(counts: Counts, { clocks }: HandoffHistory): void {
	for (const state of clocks.values()) count(counts.clocksInTime, state === 'met');
}

/** Counts how an attempt ended, and whether in time. What is still open by its deadline counts too. */
export function countSubmission(counts: Counts, submission: Submission, now: Instant): void {
	const { outcome, respondBy, endedAt = now, evaluation } = submission;
	if (isEnded(submission)) {
		count(counts.returned, outcome === 'returned');
		count(counts.unanswered, outcome === 'unanswered');
	}
	if (outcome === 'returned' && evaluation !== undefined) count(counts.escapes, evaluation.ready);
	if (respondBy === undefined) return;
	const decided = outcome === 'accepted' || outcome === 'returned';
	if (decided) count(counts.answeredInTime, endedAt <= respondBy);
	else if (now > respondBy) count(counts.answeredInTime, false);
}

const MINUTE = 60_000;

/** An accepted handoff: its acceptance, and the hours of its receiving team where they are known. */
interface Accepted {
	accepted: LedgerEventOf<'handoff.accepted'>;
	calendar: Calendar | undefined;
}

/**
 * Counts and measures an accepted handoff up to its acceptance, and whether it came back from there;
 * in business time too by the calendar of its receiving team.
 */
export function countAccepted(
	{ counts, amounts }: { counts: Counts; amounts: Amounts },
	{ after, evaluations }: HandoffHistory,
	{ accepted, calendar }: Accepted,
): void {
	const wasReturned = after.some(({ type }) => type === 'handoff.returned');
	count(counts.returnedAfterAccepted, wasReturned);
	count(counts.backAfterAccepted, after.length > 0 && !wasReturned);
	amounts.attempts.push(accepted.attempt);
	amounts.receiverMinutes.push(accepted.receiverMinutes);
	amounts.senderMinutes.push(accepted.senderMinutes);
	const closedAt = closeKnownBy(accepted.attempt, evaluations);
	if (closedAt === undefined) return;
	count(counts.acceptedBeforeClose, closedAt > accepted.at);
	if (closedAt > accepted.at) return;
	amounts.closeToAcceptedMinutes.push((accepted.at - closedAt) / MINUTE);
	if (calendar === undefined) return;
	const open = openBetween(openTimeOf(calendar), closedAt, accepted.at);
	amounts.closeToAcceptedBusinessMinutes.push(open / MINUTE);
}

/** When the deal was closed, as the gate read it last on an attempt up to this one. */
const closeKnownBy = (
	attempt: number,
	evaluations: HandoffHistory['evaluations'],
): Instant | undefined =>
	[...evaluations.values()]
		.filter((evaluation) => evaluation.attempt <= attempt)
		.flatMap(({ event }) => instantOf(openData(event).closedAt) ?? [])
		.at(-1);
