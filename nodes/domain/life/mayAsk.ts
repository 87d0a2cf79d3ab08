import type { Instant } from '../base/instant';
import { holds, type StoredClaim } from './claims';
import { isLost } from './nextStep';
import type { Standing } from './standing';

interface Asking {
	/** The attempt that the gate let pass. */
	attempt: number;
	holder: string;
	/** Whether n8n retries the execution that asked: its links decide nothing any more. */
	again?: boolean;
	now: Instant;
}

export type Permission =
	| 'yes'
	/** Why not. */
	| 'held'
	| 'replaced'
	| 'withdrawn'
	| 'alreadyAsked'
	| 'alreadyDecided';

/**
 * Whether a question may be put before the receiving team: by the holder of its claim, while nobody
 * else waits for an answer about the same attempt.
 *
 * @param standing by the ledger, read after the claim was made
 * @param claims every row of the claim on the question
 */
export function mayAsk(
	standing: Standing,
	claims: readonly StoredClaim[],
	{ attempt, holder, again = false, now }: Asking,
): Permission {
	const { step } = standing;
	if (step === 'done') return 'alreadyDecided';
	if (standing.attempt > attempt) return 'replaced';
	// A gate whose rows are kept elsewhere has left none.
	if (standing.attempt === attempt) {
		if (step === 'withdrawn') return 'withdrawn';
		if (step === 'incomplete') return 'replaced';
		if (step === 'asked') {
			const free = isLost(standing, now) || (again && standing.askedBy === holder);
			if (!free) return 'alreadyAsked';
		} else if (step !== 'ready') return 'alreadyDecided';
	}
	return holds(claims, holder) ? 'yes' : 'held';
}
