import { z } from 'zod';
import { personSchema } from '../message/message';

/**
 * A moment on the way to, or past, the deadline: a share of the target in percent (50), or an offset
 * from the deadline in business time ("+8h", "-30m").
 */
export const milestoneSchema = z.union([z.number(), z.string()]);
export type Milestone = z.infer<typeof milestoneSchema>;

/** The business time allowed for something, and the moments worth telling somebody. */
export const targetSchema = z.object({
	minutes: z.number().positive(),
	milestones: z.array(milestoneSchema).default([50, 75, 100]),
	escalateTo: z.array(personSchema).default([]),
});
export type Target = z.infer<typeof targetSchema>;
