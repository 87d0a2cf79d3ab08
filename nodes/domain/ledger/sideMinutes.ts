import type { Agreed } from '../handoff/envelope';
import type { Side, Turn } from '../handoff/turns';
import type { Instant } from '../base/instant';
import { rememberLast } from '../base/rememberLast';
import { openBetween, openTimeOf } from '../time/openTime';

/** In a run over many records nearly all turns begin at the same moment. */
const readMoment = rememberLast(Date.parse);

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
		const from = Math.min(readMoment(turn.from), at);
		const to = turn.to === undefined ? at : Math.min(readMoment(turn.to), at);
		if (from === to) continue;
		milliseconds +=
			calendar === undefined ? to - from : openBetween(openTimeOf(calendar), from, to);
	}
	return Math.round(milliseconds / 600) / 100;
}
