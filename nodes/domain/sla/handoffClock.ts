import type { Instant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import type { Handoff } from '../handoff/envelope';
import { renderMessage } from '../message/renderMessage';
import { startClock, type Clock } from '../time/clock';
import { stopClock } from '../time/controlClock';
import type { ClockCheck } from '../time/dueMilestones';
import { clockAlert } from './clockAlert';
import { endedRow, milestoneRow, startedRow } from './clockRow';
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
	const started = startClock({ ...terms, at });
	const timed = { ...handoff, clock: withOthers(started, others), message: undefined };
	return { ...timed, event: startedRow(timed, started, at) };
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
	const stopped = { ...handoff, clock, message: undefined };
	const event =
		clock.state === 'met'
			? endedRow(stopped, clock, { type: 'sla.met', at })
			: endedRow(stopped, clock, { type: 'sla.breached', at: Date.parse(clock.deadline) });
	return { ...stopped, event };
}

const notStarted = (name: string, clocks: readonly Clock[]): HandoffProblem =>
	new HandoffProblem(
		`No clock “${name}” was started for this handoff (there is: ${clocks.map((clock) => clock.name).join(', ')})`,
		'Correct the name of the target, or put a Start Clock with it before this step.',
	);
