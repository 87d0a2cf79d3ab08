import { formatInstant, type Instant } from '../instant';
import { readClock, type Clock, type DueMilestone, type PlannedMilestone } from './clock';

/**
 * Every milestone that has passed and was not told yet, in the order in which they were due. One
 * that lies after the stop of the clock never comes up. Milliseconds between `dueAt` and `actualAt`
 * are how late we are.
 */
export const dueMilestones = (clock: Clock, now: Instant): DueMilestone[] =>
	dueIn(readClock(clock, now), now);

/** As `dueMilestones`, of a clock that `readClock` gave for the same `now`. */
export function dueIn(read: Clock, now: Instant): DueMilestone[] {
	const actualAt = formatInstant(now);
	const stoppedAt = read.stoppedAt ?? actualAt;
	return read.milestones
		.filter(({ dueAt, firedAt }) => !firedAt && dueAt <= actualAt && dueAt <= stoppedAt)
		.map(({ id, label, dueAt }) => ({ id, label, dueAt, actualAt }));
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

/** The first milestone after `now` that is still to come; none while paused or once stopped. */
export function nextMilestone(clock: Clock, now: Instant): PlannedMilestone | undefined {
	const { milestones, nextAt } = readClock(clock, now);
	return milestones.find(({ dueAt, firedAt }) => firedAt === undefined && dueAt === nextAt);
}
