import { z } from 'zod';
import { HandoffProblem } from '../base/problem';
import { personSchema } from '../base/message';
import { readField } from '../base/record';
import { parsePath } from '../base/parsePath';
import { closedObject } from '../base/closedObject';
import { problemAt, refuse } from './problemAt';
import { readMilestone } from './milestone';
import { namesValue } from './namesValue';

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

const minutesSchema = z.number().positive();

/** The time allowed depends on a field of the record. */
const byPrioritySchema = closedObject({
	/** Path of the field that says the priority, such as `properties.hs_priority`. */
	field: z.string().superRefine((path, context) => {
		if (parsePath(path) === undefined) {
			refuse(
				context,
				`${JSON.stringify(path)} is not the path of a field`,
				'Write the field as in the record, such as properties.hs_priority.',
			);
		}
	}),
	/** Minutes of business time for each value of the field; “High” and “high” are one value. */
	minutes: z.record(minutesSchema).superRefine((minutes, context) => {
		const names = Object.keys(minutes);
		const twice = names.find((name, place) => names.findIndex(namesValue(name)) < place);
		const first = twice === undefined ? undefined : names.find(namesValue(twice));
		if (first === undefined) return;
		refuse(
			context,
			`${JSON.stringify(first)} and ${JSON.stringify(twice)} are one priority, as capitals and spaces around it do not matter`,
			'Keep one of the two.',
		);
	}),
});

/** The business time allowed for something, and the moments worth telling somebody. */
export const targetSchema = closedObject({
	/** What is allowed; with `byPriority`, for values of the field that it does not name. */
	minutes: minutesSchema,
	byPriority: byPrioritySchema.optional(),
	/** The priority by which the minutes were chosen, once they were. */
	priority: z.string().optional(),
	milestones: milestonesSchema.default([50, 75, 100]),
	escalateTo: z.array(personSchema).default([]),
});
export type Target = z.infer<typeof targetSchema>;

/**
 * The target that holds for one record: the minutes of its priority. Upper and lower case and
 * spaces around a value are the same; a value without minutes of its own gets those of the target.
 */
export function targetFor({ byPriority, ...target }: Target, record: unknown): Target {
	if (byPriority === undefined) return target;
	return withPriority(target, byPriority, readField(record, byPriority.field));
}

/** The target with the minutes of a priority; its own for one that has none. */
export function withPriority(
	target: Omit<Target, 'byPriority'>,
	{ minutes }: NonNullable<Target['byPriority']>,
	priority: unknown,
): Target {
	const isIt = namesValue(priority);
	const own = Object.entries(minutes).find(([name]) => isIt(name));
	return own ? { ...target, minutes: own[1], priority: own[0] } : target;
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
