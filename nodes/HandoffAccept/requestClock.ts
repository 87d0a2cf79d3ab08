import type { Handoff } from '../domain/handoff/envelope';
import type { Instant } from '../domain/base/instant';
import type { Calendar } from '../domain/time/calendar';
import { startClock, type Clock } from '../domain/time/clock';
import { clocksOf } from '../domain/sla/otherClocks';
import type { Target } from '../domain/time/target';

/** Hours a day, every day: what holds when the policy agrees no calendar for the receiving team. */
const AROUND_THE_CLOCK: Calendar = {
	timezone: 'UTC',
	weekly: Object.fromEntries(
		['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
	),
	holidays: [],
	exceptions: {},
};

/** The name of the target that says how long the receiving team has to accept. */
const ACCEPT = 'accept';

/**
 * The clock of a request: the one that SLA Timer started for it, or one started now from what the
 * policy agrees, or from what this node says when the policy agrees nothing.
 */
export function requestClock(
	handoff: Handoff,
	{ fallbackTarget, now }: { fallbackTarget: Target; now: Instant },
): { clock: Clock; target: Target } {
	const started = clocksOf(handoff).find(
		({ name, state }) => name === ACCEPT && state === 'running',
	);
	if (started !== undefined) return { clock: started, target: started.target };
	const target = handoff.agreed.sla[ACCEPT] ?? fallbackTarget;
	const calendar = handoff.agreed.calendars.receiver ?? AROUND_THE_CLOCK;
	return { clock: startClock({ name: ACCEPT, target, calendar, at: now }), target };
}
