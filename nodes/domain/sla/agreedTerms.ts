import type { Handoff } from '../handoff/envelope';
import type { ClockTerms } from './handoffClock';

/** The target that says how long the receiving team has to accept. */
export const ACCEPT = 'accept';
/** The target that says how long the sending team has to fix what is missing. */
export const FIX = 'fix';

/** How long the sending team has to fix a handoff, where the policy says that and when it works. */
export function termsToFix({ agreed }: Pick<Handoff, 'agreed'>): ClockTerms | undefined {
	const target = agreed.sla[FIX];
	const calendar = agreed.calendars.sender;
	if (target === undefined || calendar === undefined) return undefined;
	return { name: FIX, side: 'sender', target, calendar };
}
