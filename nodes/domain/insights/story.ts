import type { Instant } from '../base/instant';
import type { GivenReason } from '../handoff/decision';
import { instantOf } from '../ledger/cells';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { readLook, type Look } from './look';

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
	look?: Look;
	/** The rows of the first request and of the decision. */
	request?: LedgerEventOf<'handoff.requested'>;
	decision?: DecisionEvent;
}

/** One handoff as its rows tell it, in the order in which it happened. */
export interface Story {
	handoffId: string;
	events: readonly LedgerEvent[];
	/** The row that says most recently what the handoff is about. */
	last: LedgerEvent;
	firstAt: Instant;
	attempts: number;
	/** By attempt, in the order in which they came. */
	looks: Map<number, Look>;
	submissions: Map<number, Submission>;
	clocks: Map<string, 'met' | 'breached'>;
	accepted?: LedgerEventOf<'handoff.accepted'>;
}

/** Reads the rows of one handoff, in order and at least one, as a story. */
export function tellStory(events: readonly LedgerEvent[]): Story | undefined {
	const [first] = events;
	const last = events.at(-1);
	if (first === undefined || last === undefined) return undefined;
	const story: Story = {
		handoffId: first.handoffId,
		events,
		last,
		firstAt: first.at,
		attempts: 0,
		looks: new Map(),
		submissions: new Map(),
		clocks: new Map(),
	};
	for (const event of events) {
		story.attempts = Math.max(story.attempts, event.attempt);
		tellEvent(story, event);
	}
	return story;
}

function tellEvent(story: Story, event: LedgerEvent): void {
	// The last judgement of an attempt is the one that counted.
	if (event.type === 'handoff.evaluated') story.looks.set(event.attempt, readLook(event));
	else if (event.type === 'handoff.requested') tellRequest(story, event);
	else if (event.type === 'sla.met' || event.type === 'sla.breached') tellClock(story, event);
	else if (event.type === 'handoff.unanswered') endSubmission(story, event, 'unanswered');
	else if (event.type === 'handoff.returned') decideSubmission(story, event, 'returned');
	else if (event.type === 'handoff.accepted') {
		decideSubmission(story, event, 'accepted');
		story.accepted = event;
	}
}

/** Asking again about the same attempt opens it anew; its first deadline stays the promise. */
function tellRequest(story: Story, event: LedgerEventOf<'handoff.requested'>): void {
	const known = story.submissions.get(event.attempt);
	if (known !== undefined) {
		known.outcome = 'open';
		return;
	}
	const submission = openSubmission(story, event);
	const respondBy = instantOf(openData(event).respondBy);
	if (respondBy !== undefined) submission.respondBy = respondBy;
	submission.request = event;
}

function openSubmission(story: Story, event: LedgerEvent): Submission {
	const look = story.looks.get(event.attempt);
	const submission: Submission = {
		attempt: event.attempt,
		requestedAt: event.at,
		outcome: 'open',
		reasons: [],
		...(look !== undefined && { look }),
	};
	story.submissions.set(event.attempt, submission);
	return submission;
}

function endSubmission(
	story: Story,
	event: LedgerEvent,
	outcome: Submission['outcome'],
): Submission {
	const submission = story.submissions.get(event.attempt) ?? openSubmission(story, event);
	submission.outcome = outcome;
	submission.endedAt = event.at;
	return submission;
}

function decideSubmission(
	story: Story,
	event: DecisionEvent,
	outcome: 'accepted' | 'returned',
): void {
	const submission = endSubmission(story, event, outcome);
	submission.decision = event;
	submission.reasons = event.reasons;
	const { request } = submission;
	if (request === undefined) return;
	submission.answerMinutes = Math.max(0, event.receiverMinutes - request.receiverMinutes);
}

/** A breach stands, whatever came after it. */
function tellClock(story: Story, event: LedgerEventOf<'sla.met' | 'sla.breached'>): void {
	const { clock: name = '', startedAt = '' } = openData(event);
	const clock = `${name} ${startedAt}`;
	if (story.clocks.get(clock) === 'breached') return;
	story.clocks.set(clock, event.type === 'sla.met' ? 'met' : 'breached');
}
