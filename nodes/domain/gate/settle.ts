import type { Instant } from '../base/instant';
import { claimFor, holds, type Claim, type StoredClaim } from '../life/claims';
import { nextStep, nextStepKey, type NextStep, type Quiet } from '../life/nextStep';
import { newPosition, positionOf, type Position } from '../life/position';
import { standingOf, type Standing } from '../life/standing';
import { withLedgerExceptions, type Seen } from './seen';

/** A step that somebody takes who holds the claim on it. */
export type Due = Exclude<NextStep, { do: 'nothing' }>;

/** Why the gate does nothing about a record. */
export type Rest = Quiet | 'seenBefore' | 'heldByAnother' | 'laterRun';

/** A record about which there is something to do, by what is known so far. */
export interface Pending {
	seen: Seen;
	position: Position;
	due: Due;
}

/** Nothing is done about a record now. */
export interface Resting {
	is: 'resting';
	/** The record, with the exceptions that the ledger holds for it. */
	seen: Seen;
	position: Position;
	why: Rest;
	lookAgainAt?: Instant;
	/** Where it really stands, when its kept position says something else. */
	correct?: Position;
}

/** A step that is ours to take. */
export interface DueStep {
	is: 'due';
	seen: Seen;
	standing: Standing;
	/** All its ledger rows as stored. */
	rows: readonly unknown[];
	due: Due;
	claim: Claim;
}

/** There may be something to do from this position on: it is to be claimed first. */
export interface Open {
	is: 'open';
	pending: Pending;
	position: Position;
}

export type Settled = DueStep | Open | Resting;

/** The first look: by its position alone, which may lag behind the ledger. */
export function lookFirst(
	seen: Seen,
	known: Position | undefined,
	{ askedBy, now }: { askedBy?: string; now: Instant },
): Open | Resting {
	const position = known ?? newPosition(seen.handoffId, seen.policyId);
	const next = nextStep({ ...position, askedBy }, seen.look, now);
	return next.do === 'nothing'
		? { is: 'resting', seen, position, why: next.why, lookAgainAt: next.lookAgainAt }
		: { is: 'open', pending: { seen, position, due: next }, position };
}

/** The claim on whatever comes next for a record. */
export const claimOn = (
	{ position, due }: Pending,
	{ holder, now }: { holder: string; now: Instant },
): Claim => claimFor(nextStepKey(position, due), { handoffId: position.handoffId, holder, now });

interface Truth {
	claim: Claim;
	/** Every claim with its key. */
	claims: readonly StoredClaim[];
	/** The ledger rows of the handoff, read after the claim was made. */
	rows: readonly unknown[];
	now: Instant;
}

/** The second look: by the ledger, by whoever has claimed the step. */
export function settle({ seen, position }: Pending, truth: Truth): Settled {
	const { claim, claims, rows, now } = truth;
	const standing = standingOf(rows, seen.handoffId);
	const informed = withLedgerExceptions(seen, rows, now);
	const next = nextStep(standing, informed.look, now);
	const here =
		standing.step === 'new' ? newPosition(seen.handoffId, seen.policyId) : positionOf(standing);
	const ours = holds(claims, claim.holder);
	if (next.do === 'nothing') {
		const { why, lookAgainAt } = next;
		const correct = ours && here.step !== 'new' && !isSame(position, here) ? { correct: here } : {};
		return { is: 'resting', seen: informed, position: here, why, lookAgainAt, ...correct };
	}
	if (nextStepKey(here, next) !== claim.claim) {
		const pending = { seen: informed, position: here, due: next };
		return { is: 'open', pending, position: here };
	}
	if (!ours) return { is: 'resting', seen: informed, position: here, why: 'heldByAnother' };
	return { is: 'due', seen: informed, standing, rows, due: next, claim };
}

/** Whether two positions say the same. */
export const isSame = (one: Position, other: Position): boolean =>
	JSON.stringify(positionOf(one)) === JSON.stringify(positionOf(other));
