import { z } from 'zod';

/** How we know who decided. */
export const proofSchema = z.enum(['signedLink', 'signedLinkAndName']);

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
	by: z.object({ name: z.string(), email: z.string(), proof: proofSchema }),
	at: z.string(),
	checklist: z.array(z.object({ id: z.string(), label: z.string(), checked: z.boolean() })),
	reasons: z.array(givenReasonSchema),
	comment: z.string().optional(),
});
export type Decision = z.infer<typeof decisionSchema>;
