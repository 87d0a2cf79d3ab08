import { formatInstant, parseInstant, type Instant } from '../instant';
import { readClock, type Clock, type DueMilestone, type PlannedMilestone } from './clock';

/**
 * Every milestone that has passed and was not told yet, in the order in which they were due. One
 * that lies after the stop of the clock never comes up. Milliseconds between `dueAt` and `actualAt`
 * are how late we are.
 */
export function dueMilestones(clock: Clock, now: Instant): DueMilestone[] {
	const actualAt = formatInstant(now);
	const read = readClock(clock, now);
	return read.milestones
		.filter((milestone) => isDue(read, milestone, now))
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

/** The first milestone after `now` that is still to come; none once the clock has stopped. */
export function nextMilestone(clock: Clock, now: Instant): PlannedMilestone | undefined {
	if (clock.stoppedAt !== undefined) return undefined;
	return readClock(clock, now).milestones.find(
		({ dueAt, firedAt }) => firedAt === undefined && parseInstant(dueAt, 'A milestone') > now,
	);
}

function isDue(clock: Clock, { dueAt, firedAt }: PlannedMilestone, now: Instant): boolean {
	if (firedAt !== undefined) return false;
	const end = clock.stoppedAt === undefined ? now : parseInstant(clock.stoppedAt, 'The stop');
	return parseInstant(dueAt, 'A milestone') <= Math.min(now, end);
}
