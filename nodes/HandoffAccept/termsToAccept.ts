import type { Handoff } from '../domain/handoff/envelope';
import { ACCEPT } from '../domain/sla/agreedTerms';
import type { ClockTerms } from '../domain/sla/handoffClock';
import { AROUND_THE_CLOCK } from '../domain/time/calendar';
import type { Target } from '../domain/time/target';

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
