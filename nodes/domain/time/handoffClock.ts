import type { Handoff, Side } from '../envelope';
import type { Instant } from '../instant';
import type { LedgerEventType, LedgerRow } from '../ledger/row';
import { writeRow } from '../ledger/writeRow';
import { renderMessage } from '../message/renderMessage';
import { passBall } from '../turns';
import { clockAlert } from './clockAlert';
import { startClock, type Clock, type DueMilestone } from './clock';
import { pauseClock, resumeClock, stopClock } from './controlClock';
import type { Checked } from './dueMilestones';
import { DEADLINE } from './milestoneInstants';

/** A handoff that carries the clock that runs for it. */
export type TimedHandoff = Handoff & { clock: Clock };

/** What starts a clock: its name, side, target and calendar. */
export type ClockTerms = Omit<Parameters<typeof startClock>[0], 'at'>;

/** Starts the clock of a handoff and writes `sla.started`. The other side's clocks are kept. */
export function startHandoffClock(handoff: Handoff, terms: ClockTerms, at: Instant): TimedHandoff {
	const waiting = (handoff.clock?.waiting ?? []).filter(({ name }) => name !== terms.name);
	const clock = { ...startClock({ ...terms, at }), ...(waiting.length > 0 ? { waiting } : {}) };
	return record(handoff, clock, { type: 'sla.started', at });
}

/**
 * Gives the ball to a side at `at` and writes `sla.passed`: the clock of the side that had it is
 * paused, and the clock of the side that gets it goes on, or starts when `terms` says how.
 */
export function passHandoff(
	handoff: Handoff,
	{ to, terms }: { to: Side; terms: ClockTerms | undefined },
	at: Instant,
): Handoff {
	const passed: Handoff = { ...handoff, ballWith: to, turns: passBall(handoff.turns, to, at) };
	const clock = clockAfterPass(handoff.clock, { to, terms }, at);
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
	current: Clock | undefined,
	{ to, terms }: { to: Side; terms: ClockTerms | undefined },
	at: Instant,
): Clock | undefined {
	if (current === undefined) return terms && startClock({ ...terms, at });
	if (current.side === to) return resumeClock(current, at);
	const waiting = current.waiting ?? [];
	const own = waiting.find(({ side, stoppedAt }) => side === to && stoppedAt === undefined);
	const held: Clock = { ...pauseClock(current, at), waiting: undefined, reached: undefined };
	const next = own ? resumeClock(own, at) : terms && startClock({ ...terms, at });
	if (next === undefined) return { ...held, waiting: current.waiting };
	return { ...next, waiting: [...waiting.filter((clock) => clock !== own), held] };
}

/**
 * One handoff for each milestone that is told now, in order, each with its ledger row and its
 * message. All of them carry the same clock, on which the milestones count as told. Milestones that
 * the other side's clock passed before it was paused are told as well.
 */
export function tellNews(handoff: Handoff, { clock, news }: Checked): TimedHandoff[] {
	return news.map(({ of, milestone }) => {
		const told: TimedHandoff = { ...handoff, clock: { ...clock, reached: milestone } };
		const event = milestoneRow(told, of, milestone);
		const message = renderMessage(clockAlert(handoff, { clock: of, milestone }));
		return { ...told, event, message };
	});
}

/** Stops the clock at `at` and writes `sla.met`, or `sla.breached` when the deadline had passed. */
export function stopHandoff(handoff: TimedHandoff, at: Instant): TimedHandoff {
	const clock = stopClock(handoff.clock, at);
	if (clock.state === 'met') return record(handoff, clock, { type: 'sla.met', at });
	return record(handoff, clock, { type: 'sla.breached', at: Date.parse(clock.deadline) });
}

/** A breach has one row, whoever notices it first: a check at the deadline or a late stop. */
function milestoneRow(handoff: Handoff, clock: Clock, milestone: DueMilestone): LedgerRow {
	const breach = milestone.id === DEADLINE;
	return clockRow(handoff, clock, {
		type: breach ? 'sla.breached' : 'sla.milestoneReached',
		at: Date.parse(milestone.dueAt),
		milestone,
	});
}

function record(
	handoff: Handoff,
	clock: Clock,
	step: { type: LedgerEventType; at: Instant },
): TimedHandoff {
	const timed: TimedHandoff = { ...handoff, clock, message: undefined };
	return { ...timed, event: clockRow(timed, clock, step) };
}

function clockRow(
	handoff: Handoff,
	clock: Clock,
	{ type, at, milestone }: { type: LedgerEventType; at: Instant; milestone?: DueMilestone },
): LedgerRow {
	const id = type === 'sla.milestoneReached' ? milestone?.id : undefined;
	return writeRow(handoff, {
		type,
		at,
		discriminator: [clock.name, clock.startedAt, id].filter(Boolean).join(':'),
		data: { ...factsOf(clock), ...(milestone ? { milestone } : {}) },
	});
}

const factsOf = (clock: Clock) => ({
	clock: clock.name,
	side: clock.side,
	state: clock.state,
	startedAt: clock.startedAt,
	stoppedAt: clock.stoppedAt,
	deadline: clock.deadline,
	elapsedMinutes: clock.elapsedMinutes,
	remainingMinutes: clock.remainingMinutes,
});
