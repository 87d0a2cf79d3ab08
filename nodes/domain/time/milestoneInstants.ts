import type { Instant } from '../base/instant';
import { allowedTime } from './allowedTime';
import { parseMilestone, type MilestonePlan } from './milestone';
import { reachedAt, type Run } from './pausedTime';
import { asProblem } from './problemAt';
import type { Target } from './target';
import { addWorkingDaysToInstant } from './workingDays';

/** The id of the milestone that is the deadline. */
export const DEADLINE = '100';

export interface MilestoneInstant {
	id: string;
	label: string;
	dueAt: Instant;
}

/**
 * The time that a target allows in milliseconds, its deadline and its milestones, earliest first. A share or an offset is reached when
 * the clock has run that long, so that a pause moves it; one before the start is due at the start.
 * The deadline is a milestone whether the target names it or not: a breach is always told.
 * Expects a run without an open pause. A milestone that lies beyond the last open hour never comes.
 *
 * @throws HandoffProblem when the hours end before the deadline
 */
export function milestoneInstants(
	run: Run,
	target: Target,
): { allowed: number; deadline: Instant; milestones: MilestoneInstant[] } {
	const allowed = allowedTime(run.table, run.start, target);
	const deadline = reachedAt(run, allowed) ?? Infinity;
	const plans = target.milestones.map(parseMilestone);
	if (!plans.some(({ id }) => id === DEADLINE)) plans.push(parseMilestone(DEADLINE));
	const milestones = plans
		.flatMap((plan) => {
			const at = comesAt(run, plan, { allowed, deadline });
			return at === undefined ? [] : [{ id: plan.id, label: plan.label, dueAt: at }];
		})
		.sort((left, right) => left.dueAt - right.dueAt);
	return { allowed, deadline, milestones };
}

/** Undefined for one that lies beyond the last open hour. */
function comesAt(...milestone: Parameters<typeof dueAt>): Instant | undefined {
	try {
		return dueAt(...milestone);
	} catch (thrown) {
		asProblem(thrown);
		return undefined;
	}
}

function dueAt(
	run: Run,
	plan: MilestonePlan,
	{ allowed, deadline }: { allowed: number; deadline: Instant },
): Instant {
	switch (plan.kind) {
		case 'share':
			return reachedAt(run, Math.ceil((allowed * plan.percent) / 100)) ?? Infinity;
		case 'offset':
			return reachedAt(run, Math.max(0, allowed + plan.milliseconds)) ?? Infinity;
		case 'workingDays':
			return Math.max(run.start, addWorkingDaysToInstant(run.table, deadline, plan.days));
		case 'fixed':
			return plan.at;
	}
}
