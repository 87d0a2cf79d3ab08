import type { IDataObject } from 'n8n-workflow';
import { numberOf, textOf } from '../../domain/ledger/cells';
import { HandoffProblem } from '../../domain/base/problem';
import { storedClaimSchema, type Claim, type StoredClaim } from '../../domain/life/claims';
import { positionSchema, type Position } from '../../domain/life/position';

/**
 * Reads positions as a store hands them back. A row that is none is passed over: its handoff is
 * then looked at like one that has no position yet. Of two for one handoff the later one counts.
 */
export function readPositions(rows: readonly IDataObject[]): Position[] {
	const newest = new Map<string, Position>();
	for (const row of rows) {
		const read = positionSchema.safeParse({
			handoffId: textOf(row.handoffId),
			policyId: textOf(row.policyId),
			step: textOf(row.step),
			attempt: numberOf(row.attempt),
			fingerprint: textOf(row.fingerprint),
			since: textOf(row.since),
			closesAt: textOf(row.closesAt),
		});
		if (!read.success) continue;
		const before = newest.get(read.data.handoffId);
		if (before === undefined || !isLater(before, read.data)) {
			newest.set(read.data.handoffId, read.data);
		}
	}
	return [...newest.values()];
}

const isLater = (one: Position, other: Position): boolean =>
	one.attempt === other.attempt ? one.since > other.since : one.attempt > other.attempt;

/**
 * Reads claims as a store hands them back, oldest first.
 *
 * @throws HandoffProblem when one that was just made is not among them: the store does not keep them
 */
export function readClaims(rows: readonly IDataObject[], made: readonly Claim[]): StoredClaim[] {
	const claims = rows.flatMap((row) => {
		const read = storedClaimSchema.safeParse({
			claim: textOf(row.claim),
			handoffId: textOf(row.handoffId),
			holder: textOf(row.holder),
			until: textOf(row.until),
			id: numberOf(row.id),
			createdAt: textOf(row.createdAt),
		});
		return read.success ? [read.data] : [];
	});
	const kept = new Set(claims.map(nameOf));
	const lost = made.find((claim) => !kept.has(nameOf(claim)));
	if (lost !== undefined) {
		throw new HandoffProblem(
			`The ledger did not keep the claim “${lost.claim}” that was just made`,
			'Look at where the ledger is kept: a claim must come back with its id, claim, handoffId, holder, until and createdAt.',
		);
	}
	return claims.sort((one, other) => one.id - other.id);
}

const nameOf = ({ claim, holder }: Claim): string => JSON.stringify([claim, holder]);
