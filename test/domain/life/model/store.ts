import type { StoredClaim } from '../../../../nodes/domain/life/claims';
import {
	newPosition,
	POSITION_COLUMNS,
	positionOf,
	type Position,
} from '../../../../nodes/domain/life/position';
import type { Standing } from '../../../../nodes/domain/life/standing';
import { HANDOFF, type Read, type World } from './world';

/** The store said no: it is full, or out of reach. */
export class Refused extends Error {}

/** One step that happens at once; whatever else happens does so before it or after it. */
export function* atOnce<Result>(world: World, happens: () => Result): Generator<void, Result> {
	yield;
	world.tick += 1;
	return happens();
}

export const readPosition = (world: World) =>
	atOnce(world, () => world.position ?? newPosition(HANDOFF, 'policy'));

export const readLedger = (world: World): Generator<void, Read> =>
	atOnce(world, () => ledgerOf(world));

/** Nothing is folded twice while nothing is written. */
export function ledgerOf(world: World): Read {
	if (world.lastRead !== undefined) return world.lastRead;
	const rows = [...world.ledger.values()];
	world.lastRead = { rows, standing: world.room.standingOf(rows, HANDOFF) };
	return world.lastRead;
}

/** Inserts a claim, then reads every row of its key. */
export function* claim(world: World, key: string, holder: string): Generator<void, StoredClaim[]> {
	const made = world.room.claimFor(key, { handoffId: HANDOFF, holder, now: world.now });
	yield* write(world, () => {
		const createdAt = new Date(world.now).toISOString();
		world.claims.push({ ...made, id: world.claims.length + 1, createdAt });
	});
	return yield* atOnce(world, () => world.claims.filter((row) => row.claim === key));
}

interface Row {
	type: string;
	attempt: number;
	round?: number;
	actor?: string;
	data?: Record<string, unknown>;
}

/**
 * Writes rows one after the other, then where the handoff stands by what was read before and by them.
 * Gives back the ledger as it is after that.
 */
export function* writeRows(world: World, read: Read, rows: readonly Row[]): Generator<void, Read> {
	const written: object[] = [];
	for (const { type, attempt, actor = '', round, data } of rows) {
		const eventId = [HANDOFF, attempt, type, round ?? '', actor].join(':');
		const at = new Date(world.now).toISOString();
		const cells = {
			eventId,
			handoffId: HANDOFF,
			policyId: 'policy',
			type,
			at,
			attempt,
			actor,
			proof: 'signedLink',
		};
		const row = { ...cells, data: JSON.stringify({ round, ...data }) };
		yield* write(world, () => {
			if (world.keepsFirst && world.ledger.has(eventId)) return;
			world.ledger.set(eventId, row);
			delete world.lastRead;
			const question = `${attempt}:${round}:${data?.askedBy}`;
			world.watch.seeRow({ type, attempt, question, tick: world.tick });
		});
		written.push(row);
	}
	return yield* keepPosition(world, world.room.standingOf([...read.rows, ...written], HANDOFF));
}

/**
 * Writes where the handoff stands, and reads the ledger again: somebody else may have written a row
 * meanwhile, and a position before this one. Whoever writes the last position has read all rows.
 */
export function* keepPosition(world: World, standing: Standing): Generator<void, Read> {
	const position = positionOf(standing);
	yield* write(world, () => {
		world.position = position;
	});
	const read = yield* readLedger(world);
	return stands(read.standing, position) ? read : yield* keepPosition(world, read.standing);
}

export const stands = (standing: Standing, position: Position): boolean =>
	POSITION_COLUMNS.every((column) => standing[column] === position[column]);

const write = (world: World, happens: () => void) =>
	atOnce(world, () => {
		if (world.refusing) throw new Refused('the table is full');
		happens();
	});
