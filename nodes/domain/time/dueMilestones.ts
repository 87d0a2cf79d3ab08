import { formatInstant, type Instant } from '../base/instant';
import { readClock, type Clock } from './clock';
import type { DueMilestone } from './plannedMilestones';

/**
 * Every milestone that has passed and was not told yet, in the order in which they were due. One
 * that lies after the stop of the clock never comes up, nor does the deadline of a clock that was met. Milliseconds between `dueAt` and `actualAt`
 * are how late we are.
 */
export const dueMilestones = (clock: Clock, now: Instant): DueMilestone[] =>
	dueIn(readClock(clock, now), now);

function dueIn(read: Clock, now: Instant): DueMilestone[] {
	if (read.milestones.every(({ firedAt }) => firedAt)) return [];
	const actualAt = formatInstant(now);
	const stoppedAt = read.stoppedAt ?? actualAt;
	return read.milestones
		.filter(({ dueAt, firedAt }) => !firedAt && dueAt <= actualAt && dueAt <= stoppedAt)
		.filter(({ dueAt }) => read.state !== 'met' || dueAt < read.deadline)
		.map(({ id, label, dueAt }) => ({ id, label, dueAt, actualAt }));
}

/** A milestone that is told now, and the clock that it belongs to. */
export interface ReachedMilestone {
	clock: Clock;
	milestone: DueMilestone;
}

/** A clock as a check left it, with the milestones that people hear of now, in order. */
export interface ClockCheck {
	clock: Clock;
	reached: ReachedMilestone[];
}

/**
 * The clock at `now`, with every milestone that passed marked as told, and those that are told just
 * now, in the order in which they were due. The other clocks are read as well, and `nextAt` is the
 * next milestone of any of them.
 */
export function checkClock(stored: Clock, now: Instant): ClockCheck {
	const own = checkOne(
		stored.reached === undefined ? stored : { ...stored, reached: undefined },
		now,
	);
	if (stored.others === undefined) return own;
	const others = stored.others.map((clock) => checkOne(clock, now));
	const reached = [own, ...others].flatMap((one) => one.reached);
	const clocks = others.map(({ clock }) => clock);
	return {
		clock: { ...own.clock, others: clocks, nextAt: earliest([own.clock, ...clocks]) },
		reached: reached.sort((left, right) => (left.milestone.dueAt < right.milestone.dueAt ? -1 : 1)),
	};
}

const earliest = (clocks: readonly Clock[]): string | undefined =>
	clocks.flatMap(({ nextAt }) => nextAt ?? []).sort()[0];

function checkOne(stored: Clock, now: Instant): ClockCheck {
	const read = readClock(stored, now);
	const due = dueIn(read, now);
	if (due.length === 0) return { clock: read, reached: [] };
	const ids = due.map(({ id }) => id);
	const clock = markFired(read, ids, now);
	return { clock, reached: due.map((milestone) => ({ clock, milestone })) };
}

/** The clock with these milestones marked as told at `now`, so that they never come up again. */
export function markFired(clock: Clock, ids: readonly string[], now: Instant): Clock {
	const firedAt = formatInstant(now);
	return {
		...clock,
		milestones: clock.milestones.map((milestone) =>
			ids.includes(milestone.id) && milestone.firedAt === undefined
				? { ...milestone, firedAt }
				: milestone,
		),
	};
}
