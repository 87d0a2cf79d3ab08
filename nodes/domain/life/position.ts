import { z } from 'zod';
import { stepSchema } from './steps';

/**
 * Where one handoff stands now, as one small row, so that a search over thousands is one read. It may
 * lag behind the ledger: it tells who need not be looked at, and whoever acts reads the ledger first.
 */
export const positionSchema = z.object({
	handoffId: z.string().min(1),
	policyId: z.string(),
	step: stepSchema,
	/** 0 for a handoff that was never judged. */
	attempt: z.coerce.number().int().nonnegative(),
	/** What was judged and shown, as a digest. */
	fingerprint: z.string(),
	/** When it came to this step, as ISO 8601. */
	since: z.string(),
	/** When the question that is out ends by itself, as ISO 8601; empty when none is out. */
	closesAt: z
		.string()
		.nullish()
		.transform((text) => text ?? ''),
});
export type Position = z.infer<typeof positionSchema>;

/** The columns of a position, in their order. */
export const POSITION_COLUMNS: ReadonlyArray<keyof Position> = positionSchema.keyof().options;

/** Where a handoff stands that nobody has judged yet. */
export const newPosition = (handoffId: string, policyId: string): Position => ({
	handoffId,
	policyId,
	step: 'new',
	attempt: 0,
	fingerprint: '',
	since: '',
	closesAt: '',
});

/** The small row of where a handoff stands. */
export const positionOf = (standing: Position): Position => ({
	handoffId: standing.handoffId,
	policyId: standing.policyId,
	step: standing.step,
	attempt: standing.attempt,
	fingerprint: standing.fingerprint,
	since: standing.since,
	closesAt: standing.closesAt,
});
