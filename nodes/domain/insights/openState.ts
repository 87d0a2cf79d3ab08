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
