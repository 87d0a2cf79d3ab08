import type { Instant } from '../base/instant';
import type { Turn } from '../handoff/turns';
import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { followEnding, type Ending } from './ending';
import { readEvaluation, type GateEvaluation } from './gateEvaluation';
import { noteSubmission, type Submissions } from './submission';

/** One handoff as its rows tell it, in the order in which it happened. */
export interface HandoffHistory extends Ending {
	handoffId: string;
	events: readonly LedgerEvent[];
	/** The row that says most recently what the handoff is about. */
	last: LedgerEvent;
	firstAt: Instant;
	/** The newest attempt. */
	attempts: number;
	/** By attempt, in the order in which they came. */
	evaluations: Map<number, GateEvaluation>;
	submissions: Submissions;
	clocks: Map<string, 'met' | 'breached'>;
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
		after: [],
	};
	for (const event of events) {
		history.attempts = Math.max(history.attempts, event.attempt);
		addEvent(history, event);
	}
	joinVerdicts(history);
	return history;
}

function addEvent(history: HandoffHistory, event: LedgerEvent): void {
	// The last judgement of an attempt is the one that counted.
	if (event.type === 'handoff.evaluated')
		history.evaluations.set(event.attempt, readEvaluation(event));
	else if (event.type === 'sla.met' || event.type === 'sla.breached') addClock(history, event);
	else noteSubmission(history.submissions, event);
	followEnding(history, event);
}

/** By attempt and not by time: a store may have moved the row of a look behind its request. */
function joinVerdicts({ submissions, evaluations }: HandoffHistory): void {
	for (const submission of submissions.values()) {
		const evaluation = evaluations.get(submission.attempt);
		if (evaluation !== undefined) submission.evaluation = evaluation;
	}
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
	let from = Number.NEGATIVE_INFINITY;
	// From the newest row back, until rows are older than the turn: none of them knows of a later one.
	for (let place = events.length - 1; place >= 0; place -= 1) {
		const event = events[place];
		if (event === undefined || event.at < from) break;
		const turn = openData(event).turns?.at(-1);
		const began = turn === undefined ? Number.NaN : Date.parse(turn.from);
		if (began > from) [latest, from] = [turn, began];
	}
	return latest;
}
