import { z } from 'zod';
import { askedQuestionSchema, questionAnswerSchema } from './askedQuestion';
import { decisionSchema, forwardSchema } from './decision';
import { receiverPersonSchema } from './receiverPerson';
import { checklistItemSchema, returnReasonSchema } from './terms';

/** A milestone of the request: when somebody is reminded, and whether that has happened. */
export const requestMilestoneSchema = z.object({
	id: z.string(),
	label: z.string(),
	dueAt: z.string(),
	firedAt: z.string().optional(),
	/** Whether it was told late, because n8n was down over it. */
	late: z.boolean().optional(),
	/** Only these people are reminded: in their own working hours. */
	to: z.array(z.string()).optional(),
	/** These people are reminded later, in their own working hours. */
	notTo: z.array(z.string()).optional(),
});
export type RequestMilestone = z.infer<typeof requestMilestoneSchema>;

/** One receiver's own signed link. */
export const linkSchema = receiverPersonSchema.omit({ calendar: true }).extend({ url: z.string() });
export type ReceiverLink = z.infer<typeof linkSchema>;

/** What came in by a page, as the page took it. */
export const receivedSchema = z.object({
	decision: decisionSchema.optional(),
	forward: forwardSchema.optional(),
	/** What a receiver asks before deciding, and what the sending side answers. */
	question: askedQuestionSchema.optional(),
	answer: questionAnswerSchema.optional(),
});
export type Received = z.infer<typeof receivedSchema>;

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
	/** What the receiving team asked before deciding, oldest first. */
	questions: z.array(askedQuestionSchema).default([]),
	/** How many people must accept. One return is enough, whatever this says. */
	acceptancesNeeded: z.number().int().positive().default(1),
	/** The addresses in the order in which they are asked; absent when all are asked at once. */
	inTurn: z.array(z.string()).optional(),
	/** Who has accepted so far, when that is not enough yet. */
	votes: z.array(decisionSchema).default([]),
	/** Who asks, as the holder of the claim; absent when the rows leave with the item. */
	askedBy: z.string().optional(),
	/** In which execution of n8n it came to its end; one that is retried has another number. */
	endedIn: z.string().optional(),
	/** What came in by the page and is not in the ledger yet. */
	received: receivedSchema.optional(),
});
export type AcceptanceRequest = z.infer<typeof requestSchema>;
