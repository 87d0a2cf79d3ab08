import { z } from 'zod';
import { controlledFieldSchema } from './control';
import { correctionTermsSchema } from './correction';
import { changeSchema } from './change';
import { decidedBySchema } from './proof';
import { wantedExceptionSchema } from './exception';
import { ledgerRowSchema } from './row';
import { linkSchema, requestMilestoneSchema } from './request';

/** By what is typed what is missing, and what it takes to judge it: no later node reads the policy. */
export const fixingTermsSchema = correctionTermsSchema
	.omit({ fields: true })
	.extend({ inputs: z.array(controlledFieldSchema.extend({ requirementId: z.string() })) });
export type FixingTerms = z.infer<typeof fixingTermsSchema>;
/** The control for one gap. */
export type GapInput = FixingTerms['inputs'][number];

/** What one person sent at one time. */
export const sentChangesSchema = z.object({
	changes: z.array(changeSchema),
	by: decidedBySchema,
	at: z.string(),
	comment: z.string().optional(),
	/** What they say cannot be supplied. */
	exceptions: z.array(wantedExceptionSchema).default([]),
});
export type SentChanges = z.infer<typeof sentChangesSchema>;

/** What an approver decided about an exception that somebody asked for. */
export const approvalSchema = z.object({
	requirementId: z.string(),
	/** The how manieth asking it answers. */
	times: z.number(),
	/** Until when it is granted; absent when it is refused. */
	until: z.string().optional(),
	/** Why it is refused. */
	reason: z.string().optional(),
	by: decidedBySchema,
	at: z.string(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** The signed link of one fixer, and as whom the policy names them. */
export const fixerLinkSchema = linkSchema.extend({ fixers: z.array(z.string()) });
export type FixerLink = z.infer<typeof fixerLinkSchema>;

/** What the fixers are asked for: each the gaps that are theirs. */
export const fixRequestSchema = z.object({
	round: z.number().int().positive(),
	requestedAt: z.string(),
	/** The deadline that the fixers see. */
	respondBy: z.string(),
	/** When nobody is waited for any more: at the last milestone. */
	closesAt: z.string(),
	/** In which zone times are said to the sending team. */
	timezone: z.string(),
	/** Ids of the requirements that are asked about. */
	gaps: z.array(z.string()),
	links: z.array(fixerLinkSchema),
	milestones: z.array(requestMilestoneSchema),
	firedMilestones: z.array(z.string()),
	/** Everything that was sent so far, oldest first. */
	changes: z.array(changeSchema).default([]),
	/** Who asks, as the holder of the claim; absent when the rows leave with the item. */
	askedBy: z.string().optional(),
	/** What is known about exceptions of this handoff, as ledger rows. */
	exceptionRows: z.array(ledgerRowSchema).default([]),
	/** What came in by the page and is not in the ledger yet. */
	received: sentChangesSchema.optional(),
	approval: approvalSchema.optional(),
});
export type FixRequest = z.infer<typeof fixRequestSchema>;
