import type { Handoff } from '../handoff/envelope';
import type { Instant } from '../base/instant';
import { writeRow } from '../ledger/writeRow';
import { passBall, type Side } from '../handoff/turns';
import { startClock, type Clock } from '../time/clock';
import { pauseClock, resumeClock } from '../time/controlClock';
import { factsOf } from './clockRow';
import type { ClockTerms } from './handoffClock';
import { clocksOf, withOthers } from './otherClocks';

/**
 * Gives the ball to a side at `at` and writes `sla.passed`: the clocks of the side that had it are
 * paused, and those of the side that gets it go on, or one starts when there is none and `terms` says
 * how. Clocks that belong to no side are left alone.
 */
export function passHandoff(
	handoff: Handoff,
	{ to, terms }: { to: Side; terms: ClockTerms | undefined },
	at: Instant,
): Handoff {
	const passed: Handoff = { ...handoff, ballWith: to, turns: passBall(handoff.turns, to, at) };
	const clock = clockAfterPass(handoff, { to, terms }, at);
	const timed: Handoff = clock === undefined ? passed : { ...passed, clock };
	const event = writeRow(timed, {
		type: 'sla.passed',
		at,
		discriminator: `${timed.turns.length}:${to}`,
		data: { to, ...(clock === undefined ? {} : factsOf(clock)) },
	});
	return { ...timed, event };
}

function clockAfterPass(
	handoff: Handoff,
	{ to, terms }: { to: Side; terms: ClockTerms | undefined },
	at: Instant,
): Clock | undefined {
	const clocks = clocksOf(handoff).map((clock) => {
		if (clock.side === undefined) return clock;
		return clock.side === to ? resumeClock(clock, at) : pauseClock(clock, at);
	});
	const [current] = clocks;
	const own =
		current?.side === to
			? current
			: clocks.find(({ side, stoppedAt }) => side === to && stoppedAt === undefined);
	const next = own ?? (terms && startClock({ ...terms, at })) ?? current;
	return (
		next &&
		withOthers(
			next,
			clocks.filter((clock) => clock !== next),
		)
	);
}
