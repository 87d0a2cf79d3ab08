import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import { AROUND_THE_CLOCK } from '../time/calendar';
import { startClock, type Clock } from '../time/clock';
import type { Target } from '../time/target';
import { FIX, termsToFix } from './agreedTerms';
import { clocksOf } from './otherClocks';

/**
 * By which the sending side is reminded: the clock that the gate has started, as long as it has a
 * moment to come, or one of its own, that begins when people are asked.
 *
 * @param fallback what holds when the policy agrees no time to fix
 */
export function fixClock(handoff: Handoff, fallback: Target, now: Instant): Clock {
	const given = clocksOf(handoff).find(({ name, state }) => name === FIX && state === 'running');
	const ahead = given?.milestones.filter(({ dueAt }) => Date.parse(dueAt) > now) ?? [];
	if (given !== undefined && ahead.length > 0) return { ...given, milestones: ahead };
	const terms = termsToFix(handoff) ?? {
		name: FIX,
		side: 'sender' as const,
		target: handoff.agreed.sla[FIX] ?? fallback,
		calendar: handoff.agreed.calendars.sender ?? AROUND_THE_CLOCK,
	};
	return startClock({ ...terms, at: now });
}
