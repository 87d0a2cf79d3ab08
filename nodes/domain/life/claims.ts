import { z } from 'zod';
import { formatInstant, type Instant } from '../base/instant';

/** So long a claim keeps others away; a step takes far less, unless its process has died. */
export const CLAIM_HOLDS_MS = 10 * 60_000;

/** What somebody says before a step that must be done once. */
export const claimSchema = z.object({
	/** What is claimed. */
	claim: z.string().min(1),
	handoffId: z.string().min(1),
	/** Who claims it: one item of one execution, the same when n8n retries that execution. */
	holder: z.string().min(1),
	/** When others may take over, as ISO 8601. */
	until: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;

/** A claim as the store gives it back, numbered in the order in which claims came in. */
export const storedClaimSchema = claimSchema.extend({
	id: z.coerce.number(),
	createdAt: z.coerce.date().transform((date) => date.toISOString()),
});
export type StoredClaim = z.infer<typeof storedClaimSchema>;

/** What is claimed before the receiving team is asked about an attempt. */
export const questionKey = (handoffId: string, attempt: number): string =>
	`${handoffId}:ask:${attempt}`;

/** What is claimed before those who fix something are asked about an attempt. */
export const fixKey = (handoffId: string, attempt: number): string => `${handoffId}:fix:${attempt}`;

/** A claim that others may take over when its time is up. */
export const claimFor = (
	claim: string,
	{ handoffId, holder, now }: { handoffId: string; holder: string; now: Instant },
): Claim => ({ claim, handoffId, holder, until: formatInstant(now + CLAIM_HOLDS_MS) });

/**
 * Who holds a claim, by all its rows. The first one does, and goes on holding it with each row of its
 * own. A later one takes over when it came after that time was up; one that came too early holds
 * nothing, ever: a queue of late comers must not keep the next one out.
 */
export function holderOf(rows: readonly StoredClaim[]): string | undefined {
	let holding: StoredClaim | undefined;
	for (const row of [...rows].sort((one, other) => one.id - other.id)) {
		if (holding === undefined || row.holder === holding.holder || isOver(holding, row))
			holding = row;
	}
	return holding?.holder;
}

const isOver = ({ until }: StoredClaim, { createdAt }: StoredClaim): boolean =>
	Date.parse(createdAt) > Date.parse(until);

/** Whether this holder holds the claim of these rows. */
export const holds = (rows: readonly StoredClaim[], holder: string): boolean =>
	holderOf(rows) === holder;
