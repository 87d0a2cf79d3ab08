import type { Instant } from '../base/instant';
import { holds, type StoredClaim } from './claims';
import { fixesIn, gapsAwaited } from './openFixes';
import { standingOf } from './standing';

interface Fixing {
	handoffId: string;
	/** The attempt that the gate did not let pass. */
	attempt: number;
	/** Ids of the requirements that are open by its verdict. */
	gaps: readonly string[];
	holder: string;
	now: Instant;
}

export type FixPermission =
	/** What may be asked. */
	| { gaps: string[] }
	/** Why nothing is asked. */
	| 'held'
	| 'replaced'
	| 'notMissing'
	| 'alreadyAsked';

/**
 * Which gaps those who fix them may be asked about: by the holder of the claim, while the record is
 * not ready, and without what another execution waits for already.
 *
 * @param rows of the handoff in the ledger, read after the claim was made
 * @param claims every row of the claim
 */
export function mayFix(
	rows: readonly unknown[],
	claims: readonly StoredClaim[],
	{ handoffId, attempt, gaps, holder, now }: Fixing,
): FixPermission {
	const standing = standingOf(rows, handoffId);
	if (standing.attempt > attempt) return 'replaced';
	if (standing.step !== 'new' && standing.step !== 'incomplete') return 'notMissing';
	if (!holds(claims, holder)) return 'held';
	const awaited = gapsAwaited(fixesIn(rows, handoffId), { besides: holder, now });
	const free = gaps.filter((gap) => !awaited.has(gap));
	return free.length === 0 ? 'alreadyAsked' : { gaps: free };
}
