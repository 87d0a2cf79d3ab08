import type { Instant } from '../../domain/base/instant';
import type { Claim, StoredClaim } from '../../domain/life/claims';
import type { Position } from '../../domain/life/position';
import type { Step } from '../../domain/life/steps';
import type { LedgerRow } from '../../domain/handoff/row';
import type { LedgerEventType } from '../../domain/handoff/rowData';

/** Positions of one policy, of these handoffs, or of all that stand at one of these steps. */
export type PositionQuery =
	{ policyId: string } | { handoffIds: readonly string[] } | { steps: readonly Step[] };

/** Which rows of the whole ledger; all that are given must hold. */
export interface RowQuery {
	policyId?: string;
	type?: LedgerEventType;
	/** From this instant on. */
	since?: Instant;
	/** Earlier than this instant. */
	before?: Instant;
}

/** What of a ledger row may be written anew: the columns in which people are named. */
export type RewrittenRow = Pick<LedgerRow, 'eventId' | 'actor' | 'reasons' | 'data'>;

/** Ledger rows, and where their handoffs stand with them. */
export interface Steps {
	rows: readonly LedgerRow[];
	positions: readonly Position[];
}

/**
 * Where ledger rows, positions and claims are kept. The nodes ask this port and never know which
 * store is behind it.
 *
 * Every call may be made twice: after a crash, an error or a retry the second one changes nothing
 * that the first one did.
 *
 * @throws HandoffProblem from every call when the store cannot do it. Nothing may be done then: a
 * step that is not in the ledger did not happen.
 */
export interface LedgerStore {
	/** Where handoffs stand, one position for each that has one, in no order. */
	positions(query: PositionQuery): Promise<Position[]>;
	/** Every ledger row of these handoffs, as stored, in no order. */
	rows(handoffIds: readonly string[]): Promise<unknown[]>;
	/** Every ledger row that fits, as stored, in no order. */
	allRows(query: RowQuery): Promise<unknown[]>;
	/** Adds these claims and then reads every claim with one of their keys, oldest first. */
	claim(claims: readonly Claim[]): Promise<StoredClaim[]>;
	/** Adds these claims, then reads the rows of these handoffs and the claims as `claim` does. */
	claimAndRead(claims: readonly Claim[], handoffIds: readonly string[]): Promise<ClaimedAndRead>;
	/**
	 * Keeps ledger rows, and then where their handoffs stand. A row whose `eventId` is there already
	 * stays as it was first written; a position takes the place of the earlier one of its handoff.
	 */
	write(steps: Steps): Promise<void>;
	/** Keeps them as `write` does, then reads every ledger row of these handoffs, as stored. */
	writeAndRead(steps: Steps, handoffIds: readonly string[]): Promise<unknown[]>;
	/** Writes the columns in which people are named anew, of each row by its `eventId`. */
	rewrite(rows: readonly RewrittenRow[]): Promise<void>;
	/**
	 * Takes whole handoffs out: their claims and their rows. Their positions stay, so that a search that
	 * finds a record again knows that it is done.
	 */
	remove(handoffIds: readonly string[]): Promise<void>;
}

export interface ClaimedAndRead {
	claims: StoredClaim[];
	/** Ledger rows as stored, in no order. */
	rows: unknown[];
}
