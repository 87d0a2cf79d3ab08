import type { Handoff } from '../domain/handoff/envelope';
import { ACCEPT } from '../domain/sla/agreedTerms';
import type { ClockTerms } from '../domain/sla/handoffClock';
import type { Calendar } from '../domain/time/calendar';
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

/** What the policy agrees about accepting, or what this node says when it agrees nothing. */
export const termsToAccept = (
	{ agreed }: Pick<Handoff, 'agreed'>,
	fallbackTarget: Target,
): ClockTerms => ({
	name: ACCEPT,
	side: 'receiver',
	target: agreed.sla[ACCEPT] ?? fallbackTarget,
	calendar: agreed.calendars.receiver ?? AROUND_THE_CLOCK,
});
