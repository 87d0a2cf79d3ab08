import type { Instant } from '../base/instant';
import type { Side } from '../handoff/turns';
import { isClockEvent } from '../ledger/ledgerEvent';
import type { HandoffHistory } from './handoffHistory';

/** What an open handoff waits for. */
export type OpenState = 'notReady' | 'ready' | 'asked' | 'unanswered' | 'returned';

/** Whether it is for the sending team to go on, where no row says who has the ball. */
export const isWithSender = (state: OpenState): boolean =>
	state === 'notReady' || state === 'returned';

/** What the newest attempt came to. */
export function stateOf({ attempts, submissions, evaluations, after }: HandoffHistory): OpenState {
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
export function whyStuck(
	{ events, firstAt }: HandoffHistory,
	{ state, ballWith, now }: { state: OpenState; ballWith: Side; now: Instant },
): WhyStuck | undefined {
	const step = events.filter((event) => !isClockEvent(event)).at(-1);
	const still = now - (step?.at ?? firstAt);
	const nobody = ballWith === 'nobody' || state === 'unanswered' || state === 'ready';
	if (nobody && still > DAY) return 'nobodyHasIt';
	return still > 7 * DAY ? 'nothingHappens' : undefined;
}
