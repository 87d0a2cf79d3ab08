import type { Agreed, Side, Turn } from '../envelope';
import type { Instant } from '../instant';

interface Span {
	turns: readonly Turn[];
	calendars: Agreed['calendars'];
	at: Instant;
}

/**
 * How long a side has had the ball until `at`, in minutes rounded to two decimals: business time of
 * that side's calendar, or plain elapsed time when the policy agrees no calendar for it.
 */
export function minutesWith(side: Side, { turns, at }: Span): number {
	const milliseconds = turns
		.filter((turn) => turn.with === side)
		.reduce((total, turn) => total + Math.max(0, endOf(turn, at) - Date.parse(turn.from)), 0);
	return Math.round(milliseconds / 600) / 100;
}

const endOf = (turn: Turn, at: Instant): Instant =>
	turn.to === undefined ? at : Math.min(Date.parse(turn.to), at);
