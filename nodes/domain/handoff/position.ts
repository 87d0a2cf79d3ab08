import { z } from 'zod';

/**
 * Where a handoff stands, in one small row: read for thousands at once to see which need not be
 * looked at. Whoever acts reads the ledger of the handoff first; the ledger is what counts.
 */
export const positionSchema = z.object({
	handoffId: z.string().min(1),
	policyId: z.string(),
	step: z.string().min(1),
	attempt: z.number().int().positive(),
	fingerprint: z.string(),
	/** ISO 8601: since when it stands there. */
	since: z.string(),
	/** ISO 8601: when a question closes; empty when none is open. */
	closesAt: z.string(),
});
export type Position = z.infer<typeof positionSchema>;
