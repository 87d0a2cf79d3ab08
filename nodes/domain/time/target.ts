import { z } from 'zod';
import { HandoffProblem } from '../base/problem';
import { personSchema } from '../base/message';
import { readField } from '../base/record';
import { closedObject } from '../base/closedObject';
import { allowanceFields, allowanceFor, checkAllowance } from './allowance';
import { problemAt, refuse } from './problemAt';
import { readMilestone } from './milestone';

const WRITE_TARGET =
	'A target looks like {"minutes": 240, "milestones": [50, 75, 100, "+8h"]}: minutes of business time; or like {"workingDays": 2, "cutOff": "15:00"}.';

/**
 * A moment on the way to, or past, the deadline: a share of the target in percent (50), an offset
 * from the deadline in business time ("+8h", "-30m", "+1 working day"), or a point in time.
 */
export const milestoneSchema = z.union([z.number(), z.string()]).superRefine((written, context) => {
	const plan = readMilestone(written);
	if (plan instanceof HandoffProblem) refuse(context, plan.message, plan.remedy);
});
export type Milestone = z.infer<typeof milestoneSchema>;

const milestonesSchema = z.array(milestoneSchema).superRefine((written, context) => {
	const ids = new Set<string>();
	for (const milestone of written) {
		const plan = readMilestone(milestone);
		if (plan instanceof HandoffProblem) continue;
		if (ids.has(plan.id)) {
			refuse(context, `the milestone ${plan.id} is there twice`, 'Keep one of the two.');
		}
		ids.add(plan.id);
	}
});

/** The business time allowed for something, and the moments worth telling somebody. */
export const targetSchema = closedObject({
	...allowanceFields,
	milestones: milestonesSchema.default([50, 75, 100]),
	escalateTo: z.array(personSchema).default([]),
}).superRefine(checkAllowance);
export type Target = z.infer<typeof targetSchema>;

/**
 * The target that holds for one record: the time of its priority. Upper and lower case and spaces
 * around a value are the same; a value without time of its own gets that of the target.
 */
export function targetFor(target: Target, record: unknown): Target {
	const { byPriority } = target;
	return byPriority === undefined
		? target
		: withPriority(target, readField(record, byPriority.field));
}

/** The target with the time of a priority; its own for one that has none. */
export function withPriority(target: Target, priority: unknown): Target {
	const { byPriority, milestones, escalateTo } = target;
	if (byPriority === undefined) return target;
	return { ...allowanceFor(target, byPriority, priority), milestones, escalateTo };
}

/** The targets of a policy as they hold for one record. */
export const targetsFor = (
	targets: Record<string, Target>,
	record: unknown,
): Record<string, Target> => {
	const entries = Object.entries(targets);
	if (entries.every(([, { byPriority }]) => byPriority === undefined)) return targets;
	return Object.fromEntries(entries.map(([name, target]) => [name, targetFor(target, record)]));
};

/**
 * Reads a target from JSON.
 *
 * @param place where it was written, in the user's words, such as `sla.accept`
 * @throws HandoffProblem for the first mistake
 */
export function parseTarget(value: unknown, place = 'target'): Target {
	const parsed = targetSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw problemAt(place, parsed.error, WRITE_TARGET);
}
