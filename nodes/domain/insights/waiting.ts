import type { Instant } from '../base/instant';
import type { Side } from '../handoff/turns';
import { instantOf } from '../ledger/cells';
import { isClockEvent } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { lastTurn, type HandoffHistory } from './handoffHistory';

/** What an open handoff waits for. */
export type OpenState = 'notReady' | 'ready' | 'asked' | 'unanswered' | 'returned';

const isWithSender = (state: OpenState): boolean => state === 'notReady' || state === 'returned';

/** For what and for whom an open handoff waits. */
export interface Waiting {
	state: OpenState;
	ballWith: Side;
	/** The team that has the ball; empty where nobody has. */
	team: string;
	/** Since when it has the ball. */
	since: Instant;
	/** Its deadline. */
	due?: Instant;
	stuck?: WhyStuck;
}

/** Tells for what and for whom an open handoff waits, as of now. */
export function waitingOf(history: HandoffHistory, now: Instant): Waiting {
	const { last } = history;
	const state = stateOf(history);
	const turn = lastTurn(history);
	const ballWith = turn?.with ?? (isWithSender(state) ? 'sender' : 'receiver');
	const due = dueInstant(history, ballWith);
	const stuck = whyStuck(history, { state, ballWith, now });
	return {
		state,
		ballWith,
		team: { sender: last.sendingTeam, receiver: last.receivingTeam, nobody: '' }[ballWith],
		since: Math.min(turn === undefined ? last.at : Date.parse(turn.from), now),
		...(due !== undefined && { due }),
		...(stuck && { stuck }),
	};
}

/** What the newest attempt came to. */
function stateOf({ attempts, submissions, evaluations, after }: HandoffHistory): OpenState {
	const outcome = submissions.get(attempts)?.outcome;
	// It was accepted, and something took that back.
	if (outcome === 'accepted')
		return after.at(-1)?.type === 'handoff.returned' ? 'returned' : 'ready';
	if (outcome === 'returned' || outcome === 'unanswered') return outcome;
	if (outcome !== undefined) return 'asked';
	return evaluations.get(attempts)?.passes === false ? 'notReady' : 'ready';
}

/** Why a handoff is stuck: nobody has had it for a day, or nothing has happened to it for a week. */
export type WhyStuck = 'nobodyHasIt' | 'nothingHappens';

const DAY = 24 * 60 * 60 * 1000;

/** Whether an open handoff is stuck. Rows of clocks are no steps: nobody does anything by them. */
function whyStuck(
	{ events, firstAt }: HandoffHistory,
	{ state, ballWith, now }: { state: OpenState; ballWith: Side; now: Instant },
): WhyStuck | undefined {
	const step = events.filter((event) => !isClockEvent(event)).at(-1);
	const still = now - (step?.at ?? firstAt);
	const nobody = ballWith === 'nobody' || state === 'unanswered' || state === 'ready';
	if (nobody && still > DAY) return 'nobodyHasIt';
	return still > 7 * DAY ? 'nothingHappens' : undefined;
}

/** The deadline of the side that has the ball: what the receiver was told, or its own clock. */
function dueInstant(
	{ events, attempts, submissions }: HandoffHistory,
	side: Side,
): Instant | undefined {
	const promised = side === 'receiver' ? submissions.get(attempts)?.respondBy : undefined;
	if (promised !== undefined) return promised;
	const clock = events
		.filter(isClockEvent)
		.map((event) => openData(event))
		.filter((noted) => noted.side === side)
		.at(-1);
	return clock?.stoppedAt === undefined ? instantOf(clock?.deadline) : undefined;
}
