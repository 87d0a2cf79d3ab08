import type { Handoff } from '../../domain/envelope';
import type { TimedHandoff } from '../../domain/time/handoffClock';
import { noClock } from '../parameters';

/** @throws HandoffProblem when no clock was started for the handoff */
export function requireClock(handoff: Handoff): TimedHandoff {
	const { clock } = handoff;
	if (clock) return { ...handoff, clock };
	throw noClock(
		`none was started for “${handoff.record.title}”`,
		'Put an SLA Timer with the operation Start Clock before this step.',
	);
}
