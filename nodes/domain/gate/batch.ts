import { grouped } from '../base/grouped';
import type { Instant } from '../base/instant';
import { rowsByHandoff } from '../ledger/rowsByHandoff';
import type { Claim, StoredClaim } from '../life/claims';
import type { Position } from '../life/position';
import { standingOf } from '../life/standing';
import { withLedgerExceptions, type Seen } from './seen';
import { claimOn, lookFirst, settle, type Pending, type Resting, type Settled } from './settle';

/** What a first look over many records gives: what rests, and what somebody has to claim. */
export interface FirstLook {
	resting: Map<Seen, Resting>;
	pending: Map<Seen, Pending>;
}

/** Those about which the position alone says too little: an exception may count, or who has asked. */
export const unclearByPosition = (
	seen: readonly Seen[],
	positions: readonly Position[],
): string[] => {
	const asked = new Set(
		positions.flatMap(({ step, handoffId }) => (step === 'asked' ? [handoffId] : [])),
	);
	return [...firstOfEach(seen)].flatMap(({ handoffId, waivable, look }) =>
		waivable || (look.again === true && asked.has(handoffId)) ? [handoffId] : [],
	);
};

/**
 * Looks at many records by their positions. Of the same record among them the first one counts.
 *
 * @param rows ledger rows of those that are unclear by their positions
 */
export function lookAtAll(
	seen: readonly Seen[],
	{
		positions,
		rows,
		now,
	}: { positions: readonly Position[]; rows: readonly unknown[]; now: Instant },
): FirstLook {
	const known = new Map(positions.map((position) => [position.handoffId, position]));
	const rowsOf = rowsByHandoff(rows);
	const firsts = firstOfEach(seen);
	const look: FirstLook = { resting: new Map(), pending: new Map() };
	for (const one of seen) {
		const own = rowsOf.get(one.handoffId) ?? [];
		const informed = withLedgerExceptions(one, own, now);
		const askedBy = own.length === 0 ? undefined : standingOf(own, one.handoffId).askedBy;
		const first = lookFirst(informed, known.get(one.handoffId), { askedBy, now });
		const { position } = first;
		if (!firsts.has(one)) {
			look.resting.set(one, { is: 'resting', seen: informed, position, why: 'seenBefore' });
		} else if (first.is === 'resting') look.resting.set(one, first);
		else look.pending.set(one, first.pending);
	}
	return look;
}

/**
 * Leaves all but the first so many of what is pending to a later run. What is done about those takes
 * them out of the way, so that each has its turn.
 */
export function forThisRun({ resting, pending }: FirstLook, most: number): FirstLook {
	const left = [...pending]
		.slice(most)
		.map(([one, { seen, position }]): [Seen, Resting] => [
			one,
			{ is: 'resting', seen, position, why: 'laterRun' },
		]);
	return {
		resting: new Map([...resting, ...left]),
		pending: new Map([...pending].slice(0, most)),
	};
}

/** The first one of each handoff. */
const firstOfEach = (seen: readonly Seen[]): Set<Seen> =>
	new Set(new Map([...seen].reverse().map((one) => [one.handoffId, one])).values());

/** What to claim before anything is done about what is pending. */
export const claimsFor = (
	pending: ReadonlyMap<Seen, Pending>,
	by: { holder: string; now: Instant },
): Map<Seen, Claim> => new Map([...pending].map(([seen, one]) => [seen, claimOn(one, by)]));

/** Settles what is pending by what the ledger gave back after the claims were made. */
export function settleAll(
	pending: ReadonlyMap<Seen, Pending>,
	made: ReadonlyMap<Seen, Claim>,
	{ claims, rows, now }: { claims: readonly StoredClaim[]; rows: readonly unknown[]; now: Instant },
): Map<Seen, Settled> {
	const claimsOf = grouped(claims, ({ claim }) => claim);
	const rowsOf = rowsByHandoff(rows);
	return new Map(
		[...pending].flatMap(([seen, one]) => {
			const claim = made.get(seen);
			if (claim === undefined) return [];
			const truth = {
				claim,
				claims: claimsOf.get(claim.claim) ?? [],
				rows: rowsOf.get(seen.handoffId) ?? [],
				now,
			};
			return [[seen, settle(one, truth)] as const];
		}),
	);
}
