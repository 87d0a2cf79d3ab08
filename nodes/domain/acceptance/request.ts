import { z } from 'zod';
import { decisionSchema, forwardSchema } from './decision';
import { checklistItemSchema, returnReasonSchema } from './terms';

/** A milestone of the request: when somebody is reminded, and whether that has happened. */
export const requestMilestoneSchema = z.object({
	id: z.string(),
	label: z.string(),
	dueAt: z.string(),
	firedAt: z.string().optional(),
});
export type RequestMilestone = z.infer<typeof requestMilestoneSchema>;

/** One receiver's own signed link. */
export const linkSchema = z.object({ name: z.string(), email: z.string(), url: z.string() });
export type ReceiverLink = z.infer<typeof linkSchema>;

/** The question put before the receiving team. */
export const requestSchema = z.object({
	round: z.number().int().positive(),
	requestedAt: z.string(),
	/** The deadline the receiving team sees. */
	respondBy: z.string(),
	/** When the request ends without a decision: at the last milestone. */
	closesAt: z.string(),
	/** In which zone times are said to the receiving team. */
	timezone: z.string(),
	checklist: z.array(checklistItemSchema),
	returnReasons: z.array(returnReasonSchema),
	links: z.array(linkSchema),
	milestones: z.array(requestMilestoneSchema),
	firedMilestones: z.array(z.string()),
	/** Who handed the question on to whom, oldest first. */
	forwards: z.array(forwardSchema).default([]),
	/** How many people must accept. One return is enough, whatever this says. */
	acceptancesNeeded: z.number().int().positive().default(1),
	/** Who has accepted so far, when that is not enough yet. */
	votes: z.array(decisionSchema).default([]),
});
export type AcceptanceRequest = z.infer<typeof requestSchema>;
