import { z } from 'zod';
import { correctionSchema } from './correction';
import { decidedBySchema } from './proof';
import { checkedItemSchema } from './terms';
import { correctedVerdictSchema } from './verdict';

export const givenReasonSchema = z.object({
	code: z.string(),
	label: z.string(),
	note: z.string(),
	field: z.string().optional(),
});
export type GivenReason = z.infer<typeof givenReasonSchema>;

/** What a person of the receiving team chose. There is no decision without a person. */
export const decisionSchema = z.object({
	kind: z.enum(['accepted', 'returned']),
	by: decidedBySchema,
	at: z.string(),
	checklist: z.array(checkedItemSchema),
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
