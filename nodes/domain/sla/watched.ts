import type { Instant } from '../base/instant';
import { isLost } from '../life/nextStep';
import type { Position } from '../life/position';
import type { Step } from '../life/steps';

/** Where a handoff stands while a clock may run that nobody waits for. */
export const WATCHED_STEPS: readonly Step[] = ['incomplete', 'returned', 'asked'];

/**
 * Whether somebody has to look at the clocks of a handoff: those of the sending team run while it has
 * the ball. A question that is out looks after its own; when its execution was lost, nobody is told of
 * the deadline unless it is done here.
 */
export const isWatched = (position: Position, now: Instant): boolean =>
	position.step === 'asked' ? isLost(position, now) : WATCHED_STEPS.includes(position.step);
