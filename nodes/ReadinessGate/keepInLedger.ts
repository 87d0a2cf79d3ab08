import type { Instant } from '../domain/base/instant';
import {
	claimsFor,
	forThisRun,
	lookAtAll,
	settleAll,
	unclearByPosition,
} from '../domain/gate/batch';
import type { Seen } from '../domain/gate/seen';
import { isSame, type Open, type Pending, type Resting } from '../domain/gate/settle';
import { takeStep, type Taken } from '../domain/gate/takeStep';
import type { Position } from '../domain/life/position';
import type { LedgerStore } from '../shared/ledger/ledgerStore';

/** Of more records than this all positions of their policy are read, which is one question. */
const FEW = 20;
/** A record that moves on under our eyes is claimed anew, so often at most. */
const MOST_ROUNDS = 3;

export interface Keeping {
	store: LedgerStore;
	/** As whom this execution asks the receiving team. */
	askedBy: string;
	/** Who claims. */
	holder: string;
	now: Instant;
	/** Seals the rows; undefined when rows are not sealed. */
	key: string | undefined;
	test: boolean;
	/** For how many records something is done in one run. */
	mostAtOnce: number;
}

/** What becomes of a record: a step that is in the ledger now, nothing for now, or a failure. */
export type Outcome = Taken | Resting | { is: 'failed'; thrown: unknown };

/**
 * Finds out which step is next for each record, and keeps in the ledger what is to be done, before
 * anything is done. Whatever the store throws, nothing has happened then.
 */
export async function keepInLedger(
	seen: readonly Seen[],
	keeping: Keeping,
): Promise<Map<Seen, Outcome>> {
	const { store, now } = keeping;
	const positions = await readPositions(seen, store);
	const unclear = unclearByPosition(seen, positions);
	const rows = unclear.length === 0 ? [] : await store.rows(unclear);
	const look = lookAtAll(seen, { positions, rows, now });
	const { resting, pending } = forThisRun(look, keeping.mostAtOnce);
	const outcomes = new Map<Seen, Outcome>(resting);
	const kept = new Map(positions.map((position) => [position.handoffId, position]));
	await settleInRounds(pending, { keeping, outcomes });
	await write(outcomes, kept, store);
	return outcomes;
}

async function readPositions(seen: readonly Seen[], store: LedgerStore): Promise<Position[]> {
	const found: Position[] = [];
	for (const policyId of new Set(seen.map((one) => one.policyId))) {
		const ids = seen.filter((one) => one.policyId === policyId).map(({ handoffId }) => handoffId);
		const handoffIds = [...new Set(ids)];
		found.push(...(await store.positions(ids.length > FEW ? { policyId } : { handoffIds })));
	}
	return found;
}

async function settleInRounds(
	first: ReadonlyMap<Seen, Pending>,
	{ keeping, outcomes }: { keeping: Keeping; outcomes: Map<Seen, Outcome> },
): Promise<void> {
	let pending = first;
	for (let round = 1; pending.size > 0; round += 1) {
		const made = claimsFor(pending, keeping);
		const ids = [...pending.keys()].map(({ handoffId }) => handoffId);
		const { claims, rows } = await keeping.store.claimAndRead([...made.values()], ids);
		const open = new Map<Seen, Pending>();
		for (const [seen, settled] of settleAll(pending, made, { claims, rows, now: keeping.now })) {
			if (settled.is === 'due')
				outcomes.set(
					seen,
					takeOrFail(() => takeStep(settled, keeping)),
				);
			else if (settled.is === 'resting') outcomes.set(seen, settled);
			else if (round < MOST_ROUNDS) open.set(seen, settled.pending);
			else outcomes.set(seen, movingOn(settled));
		}
		pending = open;
	}
}

const movingOn = ({ position, pending }: Open): Resting => ({
	is: 'resting',
	seen: pending.seen,
	position,
	why: 'heldByAnother',
});

/** A record whose step cannot be worked out fails alone. */
function takeOrFail(take: () => Taken): Outcome {
	try {
		return take();
	} catch (thrown) {
		return { is: 'failed', thrown };
	}
}

async function write(
	outcomes: ReadonlyMap<Seen, Outcome>,
	kept: ReadonlyMap<string, Position>,
	store: LedgerStore,
): Promise<void> {
	const all = [...outcomes.values()];
	const rows = all.flatMap((outcome) => ('rows' in outcome ? outcome.rows : []));
	const positions = all.flatMap(positionsToWrite).filter((position) => {
		const before = kept.get(position.handoffId);
		return before === undefined || !isSame(before, position);
	});
	if (rows.length + positions.length > 0) await store.write({ rows, positions });
}

function positionsToWrite(outcome: Outcome): Position[] {
	if ('rows' in outcome) return [outcome.position];
	return outcome.is === 'resting' && outcome.correct !== undefined ? [outcome.correct] : [];
}
