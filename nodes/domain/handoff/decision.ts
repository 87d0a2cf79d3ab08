import { z } from 'zod';
import { correctedVerdictSchema, correctionSchema } from './correction';
import { proofSchema } from './proof';

export const givenReasonSchema = z.object({
	code: z.string(),
	label: z.string(),
	note: z.string(),
	field: z.string().optional(),
});
export type GivenReason = z.infer<typeof givenReasonSchema>;

/** A person as far as we know them: the name they typed, the address their link was made for. */
export const decidedBySchema = z.object({
	name: z.string(),
	email: z.string(),
	proof: proofSchema,
});
export type DecidedBy = z.infer<typeof decidedBySchema>;

/** What a person of the receiving team chose. There is no decision without a person. */
export const decisionSchema = z.object({
	kind: z.enum(['accepted', 'returned']),
	by: decidedBySchema,
	at: z.string(),
	checklist: z.array(z.object({ id: z.string(), label: z.string(), checked: z.boolean() })),
	reasons: z.array(givenReasonSchema),
	comment: z.string().optional(),
	/** Working minutes that the handoff was with each side, over all attempts. */
	minutes: z.object({ sender: z.number(), receiver: z.number() }).optional(),
	/** Values that this person corrected; once it counts, also those of who accepted before. */
	corrections: z.array(correctionSchema).optional(),
	/** What the policy says of the record with all corrections in it. */
	correctedVerdict: correctedVerdictSchema.optional(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** A receiver handed the question on to somebody else, who decides now in their place. */
export const forwardSchema = z.object({
	by: decidedBySchema,
	to: z.object({ name: z.string(), email: z.string() }),
	reason: z.string(),
	at: z.string(),
});
export type Forward = z.infer<typeof forwardSchema>;
