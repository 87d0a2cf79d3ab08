import { z } from 'zod';
import { HandoffProblem } from '../problem';
import { personSchema } from '../message/message';
import { closedObject } from '../schema/closedObject';
import { problemAt, refuse } from './problemAt';
import { readMilestone } from './milestone';

const WRITE_TARGET =
	'A target looks like {"minutes": 240, "milestones": [50, 75, 100, "+8h"]}: minutes of business time.';

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
	minutes: z.number().positive(),
	milestones: milestonesSchema.default([50, 75, 100]),
	escalateTo: z.array(personSchema).default([]),
});
export type Target = z.infer<typeof targetSchema>;

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
