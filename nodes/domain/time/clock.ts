import { z } from 'zod';
import { calendarSchema } from './calendar';
import { targetSchema } from './target';

export const plannedMilestoneSchema = z.object({
	/** Stable within a clock, such as "50" or "+8h". */
	id: z.string(),
	/** In words, such as "50 % of the target" or "8 business hours after the deadline". */
	label: z.string(),
	dueAt: z.string(),
	/** When it was told. Absent until then. */
	firedAt: z.string().optional(),
});
export type PlannedMilestone = z.infer<typeof plannedMilestoneSchema>;

export const clockStateSchema = z.enum(['running', 'paused', 'met', 'breached']);

/** The state of one target. Everything derived is recomputed from start, target and pauses. */
export const clockSchema = z.object({
	name: z.string(),
	target: targetSchema,
	calendar: calendarSchema,
	startedAt: z.string(),
	stoppedAt: z.string().optional(),
	/** Half-open spans in which the clock did not run; the last one may still be open. */
	pauses: z.array(z.object({ from: z.string(), to: z.string().optional() })).default([]),
	state: clockStateSchema,
	deadline: z.string(),
	milestones: z.array(plannedMilestoneSchema),
	elapsedMinutes: z.number(),
	remainingMinutes: z.number(),
	/** Sentences that say why the deadline is when it is. */
	explanation: z.array(z.string()),
});
export type Clock = z.infer<typeof clockSchema>;
