import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { KeptClock } from '../handoff/keptClock';
import type { LedgerRow } from '../handoff/row';
import { writeRow } from '../ledger/writeRow';
import type { Clock } from '../time/clock';
import { DEADLINE } from '../time/milestoneInstants';
import type { DueMilestone } from '../time/plannedMilestones';
import { peopleOf } from './clockAlert';

/** The row of a clock that starts, with what it goes on from when only the row is left of it. */
export const startedRow = (handoff: Handoff, clock: Clock, at: Instant): LedgerRow =>
	writeRow(handoff, {
		type: 'sla.started',
		at,
		discriminator: clockKey(clock),
		data: { ...factsOf(clock), kept: keptOf(handoff, clock) },
	});

/** The row of a clock that ends, or of its deadline. */
export const endedRow = (
	handoff: Handoff,
	clock: Clock,
	{ type, at }: { type: 'sla.met' | 'sla.breached' | 'sla.stopped'; at: Instant },
): LedgerRow =>
	writeRow(handoff, { type, at, discriminator: clockKey(clock), data: factsOf(clock) });

/** A breach has one row, whoever notices it first: a check at the deadline or a late stop. */
export function milestoneRow(handoff: Handoff, clock: Clock, milestone: DueMilestone): LedgerRow {
	const breach = milestone.id === DEADLINE;
	return writeRow(handoff, {
		type: breach ? 'sla.breached' : 'sla.milestoneReached',
		at: Date.parse(milestone.dueAt),
		discriminator: clockKey(clock, breach ? undefined : milestone.id),
		data: { ...factsOf(clock), milestone },
	});
}

/** Tells the clocks of a handoff apart, and the milestones of one. */
export const clockKey = (
	{ name, startedAt }: Pick<Clock, 'name' | 'startedAt'>,
	milestone?: string,
): string => [name, startedAt, milestone].filter(Boolean).join(':');

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

function keptOf(handoff: Handoff, { side, target, calendar, milestones }: Clock): KeptClock {
	const { calendars } = handoff.agreed;
	const otherCalendar = side === 'sender' ? calendars.receiver : calendars.sender;
	return {
		target,
		calendar,
		...(otherCalendar === undefined ? {} : { otherCalendar }),
		milestones,
		title: handoff.record.title,
		policyName: handoff.policy.name,
		people: peopleOf(handoff, side),
	};
}
