import type { Instant } from '../base/instant';
import type { GivenReason } from '../handoff/decision';
import type { Turn } from '../handoff/turns';
import { instantOf } from '../ledger/cells';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { readEvaluation, type GateEvaluation } from './gateEvaluation';

type DecisionEvent = LedgerEventOf<'handoff.accepted' | 'handoff.returned'>;

/** One attempt that was put before the receiving team. */
export interface Submission {
	attempt: number;
	requestedAt: Instant;
	/** The first deadline that the receiving team was given for this attempt. */
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

/** One handoff as its rows tell it, in the order in which it happened. */
export interface HandoffHistory {
	handoffId: string;
	events: readonly LedgerEvent[];
	/** The row that says most recently what the handoff is about. */
	last: LedgerEvent;
	firstAt: Instant;
	attempts: number;
	/** By attempt, in the order in which they came. */
	evaluations: Map<number, GateEvaluation>;
	submissions: Map<number, Submission>;
	clocks: Map<string, 'met' | 'breached'>;
	accepted?: LedgerEventOf<'handoff.accepted'>;
}

/** Reads the rows of one handoff, in order and at least one. */
export function readHistory(events: readonly LedgerEvent[]): HandoffHistory | undefined {
	const [first] = events;
	const last = events.at(-1);
	if (first === undefined || last === undefined) return undefined;
	const history: HandoffHistory = {
		handoffId: first.handoffId,
		events,
		last,
		firstAt: first.at,
		attempts: 0,
		evaluations: new Map(),
		submissions: new Map(),
		clocks: new Map(),
	};
	for (const event of events) {
		history.attempts = Math.max(history.attempts, event.attempt);
		addEvent(history, event);
	}
	return history;
}

function addEvent(history: HandoffHistory, event: LedgerEvent): void {
	// The last judgement of an attempt is the one that counted.
	if (event.type === 'handoff.evaluated')
		history.evaluations.set(event.attempt, readEvaluation(event));
	else if (event.type === 'handoff.requested') addRequest(history, event);
	else if (event.type === 'sla.met' || event.type === 'sla.breached') addClock(history, event);
	else if (event.type === 'handoff.unanswered') endSubmission(history, event, 'unanswered');
	else if (event.type === 'handoff.returned') decideSubmission(history, event, 'returned');
	else if (event.type === 'handoff.accepted') {
		decideSubmission(history, event, 'accepted');
		history.accepted = event;
	}
}

/** Asking again about the same attempt opens it anew; its first deadline stays the promise. */
function addRequest(history: HandoffHistory, event: LedgerEventOf<'handoff.requested'>): void {
	const known = history.submissions.get(event.attempt);
	if (known !== undefined) {
		known.outcome = 'open';
		return;
	}
	const submission = openSubmission(history, event);
	const respondBy = instantOf(openData(event).respondBy);
	if (respondBy !== undefined) submission.respondBy = respondBy;
	submission.request = event;
}

function openSubmission(history: HandoffHistory, event: LedgerEvent): Submission {
	const evaluation = history.evaluations.get(event.attempt);
	const submission: Submission = {
		attempt: event.attempt,
		requestedAt: event.at,
		outcome: 'open',
		reasons: [],
		...(evaluation !== undefined && { evaluation }),
	};
	history.submissions.set(event.attempt, submission);
	return submission;
}

function endSubmission(
	history: HandoffHistory,
	event: LedgerEvent,
	outcome: Submission['outcome'],
): Submission {
	const submission = history.submissions.get(event.attempt) ?? openSubmission(history, event);
	submission.outcome = outcome;
	submission.endedAt = event.at;
	return submission;
}

function decideSubmission(
	history: HandoffHistory,
	event: DecisionEvent,
	outcome: 'accepted' | 'returned',
): void {
	const submission = endSubmission(history, event, outcome);
	submission.decision = event;
	submission.reasons = event.reasons;
	const { request } = submission;
	if (request === undefined) return;
	submission.answerMinutes = Math.max(0, event.receiverMinutes - request.receiverMinutes);
}

/** A breach stands, whatever came after it. */
function addClock(history: HandoffHistory, event: LedgerEventOf<'sla.met' | 'sla.breached'>): void {
	const { clock: name = '', startedAt = '' } = openData(event);
	const clock = `${name} ${startedAt}`;
	if (history.clocks.get(clock) === 'breached') return;
	history.clocks.set(clock, event.type === 'sla.met' ? 'met' : 'breached');
}

/** The turn that began last, in whichever row: a breach is dated back to its deadline. */
export function lastTurn({ events }: HandoffHistory): Turn | undefined {
	let latest: Turn | undefined;
	for (const event of events) {
		const turn = openData(event).turns?.at(-1);
		if (turn === undefined || Number.isNaN(Date.parse(turn.from))) continue;
		if (latest === undefined || Date.parse(turn.from) >= Date.parse(latest.from)) latest = turn;
	}
	return latest;
}
