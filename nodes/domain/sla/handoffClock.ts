import type { Handoff } from '../handoff/envelope';
import type { Instant } from '../base/instant';
import type { LedgerRow } from '../handoff/row';
import { writeRow } from '../ledger/writeRow';
import { renderMessage } from '../message/renderMessage';
import { HandoffProblem } from '../base/problem';
import { clockAlert } from './clockAlert';
import { startClock, type Clock } from '../time/clock';
import type { DueMilestone } from '../time/plannedMilestones';
import { stopClock } from '../time/controlClock';
import type { ClockCheck } from '../time/dueMilestones';
import { DEADLINE } from '../time/milestoneInstants';
import { clocksOf, withOthers } from './otherClocks';

/** A handoff that carries the clock that runs for it. */
export type TimedHandoff = Handoff & { clock: Clock };

/** What starts a clock: its name, side, target and calendar. */
export type ClockTerms = Omit<Parameters<typeof startClock>[0], 'at'>;

/**
 * Starts a clock of a handoff and writes `sla.started`. The clocks of other targets go on beside it;
 * an earlier one of the same name gives way.
 */
export function startHandoffClock(handoff: Handoff, terms: ClockTerms, at: Instant): TimedHandoff {
	const others = clocksOf(handoff).filter(({ name }) => name !== terms.name);
	return record(handoff, withOthers(startClock({ ...terms, at }), others), {
		type: 'sla.started',
		at,
	});
}

/**
 * One handoff for each milestone that is told now, in order, each with its ledger row and its
 * message. All of them carry the same clock, on which the milestones count as told. Milestones that
 * the other side's clock passed before it was paused are told as well.
 */
export function announceMilestones(
	handoff: Handoff,
	{ clock, reached }: ClockCheck,
): TimedHandoff[] {
	return reached.map(({ clock: passed, milestone }) => {
		const announced: TimedHandoff = { ...handoff, clock: { ...clock, reached: milestone } };
		const event = milestoneRow(announced, passed, milestone);
		const message = renderMessage(clockAlert(handoff, { clock: passed, milestone }));
		return { ...announced, event, message };
	});
}

/**
 * Stops a clock at `at` and writes `sla.met`, or `sla.breached` when the deadline had passed. It is
 * the clock of the handoff then, and those that still run are beside it.
 *
 * @param name of the target; the clock of the handoff when not given
 * @throws HandoffProblem when no clock of that name was started
 */
export function stopHandoff(handoff: TimedHandoff, at: Instant, name?: string): TimedHandoff {
	const clocks = clocksOf(handoff);
	const running = clocks.find((clock) => name === undefined || clock.name === name);
	if (running === undefined) throw notStarted(name ?? '', clocks);
	const others = clocks.filter((clock) => clock !== running);
	const clock = withOthers(stopClock(running, at), others);
	if (clock.state === 'met') return record(handoff, clock, { type: 'sla.met', at });
	return record(handoff, clock, { type: 'sla.breached', at: Date.parse(clock.deadline) });
}

const notStarted = (name: string, clocks: readonly Clock[]): HandoffProblem =>
	new HandoffProblem(
		`No clock “${name}” was started for this handoff (there is: ${clocks.map((clock) => clock.name).join(', ')})`,
		'Correct the name of the target, or put a Start Clock with it before this step.',
	);

/** A breach has one row, whoever notices it first: a check at the deadline or a late stop. */
function milestoneRow(handoff: Handoff, clock: Clock, milestone: DueMilestone): LedgerRow {
	const breach = milestone.id === DEADLINE;
	return writeRow(handoff, {
		type: breach ? 'sla.breached' : 'sla.milestoneReached',
		at: Date.parse(milestone.dueAt),
		discriminator: clockKey(clock, breach ? undefined : milestone.id),
		data: { ...factsOf(clock), milestone },
	});
}

function record(
	handoff: Handoff,
	clock: Clock,
	step: { type: 'sla.started' | 'sla.met' | 'sla.breached'; at: Instant },
): TimedHandoff {
	const timed: TimedHandoff = { ...handoff, clock, message: undefined };
	const event = writeRow(timed, {
		...step,
		discriminator: clockKey(clock),
		data: factsOf(clock),
	});
	return { ...timed, event };
}

/** Tells the clocks of a handoff apart, and the milestones of one. */
const clockKey = ({ name, startedAt }: Clock, milestone?: string): string =>
	[name, startedAt, milestone].filter(Boolean).join(':');

/** What a row says of a clock. */
export const factsOf = (clock: Clock) => ({
	clock: clock.name,
	side: clock.side,
	state: clock.state,
	startedAt: clock.startedAt,
	stoppedAt: clock.stoppedAt,
	deadline: clock.deadline,
	elapsedMinutes: clock.elapsedMinutes,
	remainingMinutes: clock.remainingMinutes,
});
