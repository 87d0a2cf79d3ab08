import type { Agreed } from '../handoff/envelope';
import type { Side, Turn } from '../handoff/turns';
import type { Instant } from '../base/instant';
import { openBetween, openTimeOf } from '../time/openTime';

interface Span {
	turns: readonly Turn[];
	calendars: Agreed['calendars'];
	at: Instant;
}

/**
 * How long a side has had the ball until `at`, in minutes rounded to two decimals: business time of
 * that side's calendar, or plain elapsed time when the policy agrees no calendar for it.
 */
export function minutesWith(side: Side, { turns, calendars, at }: Span): number {
	const calendar = calendars[side];
	let milliseconds = 0;
	for (const turn of turns) {
		if (turn.with !== side) continue;
		const from = Math.min(Date.parse(turn.from), at);
		const to = turn.to === undefined ? at : Math.min(Date.parse(turn.to), at);
		if (from === to) continue;
		milliseconds +=
			calendar === undefined ? to - from : openBetween(openTimeOf(calendar), from, to);
	}
	return Math.round(milliseconds / 600) / 100;
}
