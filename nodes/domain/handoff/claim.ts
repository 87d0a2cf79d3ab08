import { z } from 'zod';

/** Who does the next step of a handoff, and until when nobody else does it. */
export const claimSchema = z.object({
	/** Names the step: two that want to do the same step write the same claim. */
	claim: z.string().min(1),
	handoffId: z.string().min(1),
	holder: z.string().min(1),
	/** ISO 8601. */
	until: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;

/** A claim as a store keeps it: numbered in the order of arrival. */
export const storedClaimSchema = claimSchema.extend({ id: z.number(), createdAt: z.string() });
export type StoredClaim = z.infer<typeof storedClaimSchema>;
