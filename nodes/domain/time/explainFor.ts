import type { Instant } from '../base/instant';
import type { Wording } from '../language/wording';
import { runOf, type Clock } from './clock';
import { explainClock } from './explanation';
import { readInstant } from './readInstant';
import { voiceOf } from './voice';

/**
 * Why the deadline of a clock is when it is, in the language of a reader.
 *
 * @param at a pause that is still open counts up to this instant
 * @throws HandoffProblem when the stored clock cannot be read
 */
export function explainFor(wording: Wording, clock: Clock, at: Instant): string[] {
	const deadline = readInstant(clock.deadline, 'The deadline');
	return explainClock(runOf(clock, at), clock, { deadline, voice: voiceOf(wording) });
}
