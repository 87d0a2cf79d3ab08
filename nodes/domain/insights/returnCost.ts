import type { HandoffHistory } from './handoffHistory';
import { spreadOf, type Spread } from './rate';
import type { Submission } from './submission';

/** What returns cost: business minutes that the sending team had the ball because of them. */
export interface ReturnCost extends Spread {
	/** All minutes together, of the `n` returns that were put before the receiving team again. */
	total: number;
}

/**
 * How long the sending team had the ball from a return until the receiving team was asked again;
 * undefined while it has not been, and of an attempt that was not returned.
 */
export function costOfReturn(
	{ submissions }: HandoffHistory,
	{ attempt, outcome, decision }: Submission,
): number | undefined {
	if (outcome !== 'returned' || decision === undefined) return undefined;
	const again = [...submissions.values()].find(
		(later) => later.attempt > attempt && later.request !== undefined,
	)?.request;
	return again && Math.max(0, again.senderMinutes - decision.senderMinutes);
}

export const returnCostOf = (minutes: readonly number[]): ReturnCost => ({
	...spreadOf(minutes),
	total: Math.round(minutes.reduce((sum, each) => sum + each, 0)),
});
