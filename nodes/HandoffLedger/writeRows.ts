import { isSame } from '../domain/gate/settle';
import type { LedgerRow } from '../domain/handoff/row';
import { positionOf, type Position } from '../domain/life/position';
import { standingOf } from '../domain/life/standing';
import type { LedgerStore } from '../shared/ledger/ledgerStore';

/** Others may note something of the same handoffs meanwhile, so often at most. */
const MOST_ROUNDS = 3;

interface Rows {
	added: readonly LedgerRow[];
	/** The handoffs whose step may be another one now. */
	moved: ReadonlySet<string>;
	/** The rows of each handoff, with those that are added. */
	rowsOf: ReadonlyMap<string, readonly unknown[]>;
}

/**
 * Writes rows, and where their handoffs stand now. Reads them again afterwards: had somebody else
 * written a row meanwhile, an older position would stand over a newer one.
 */
export async function writeRows(store: LedgerStore, { added, moved, rowsOf }: Rows): Promise<void> {
	const ids = [...moved];
	let positions = ids.map((id) => stands(id, rowsOf.get(id) ?? []));
	if (added.length + positions.length === 0) return;
	let rows: readonly LedgerRow[] = added;
	for (let round = 0; round <= MOST_ROUNDS; round += 1) {
		const now = await store.writeAndRead({ rows, positions }, ids);
		const written = new Map(positions.map((position) => [position.handoffId, position]));
		rows = [];
		positions = ids
			.map((id) => stands(id, now))
			.filter((position) => !isSame(written.get(position.handoffId) ?? position, position));
		if (positions.length === 0) return;
	}
}

const stands = (handoffId: string, rows: readonly unknown[]): Position =>
	positionOf(standingOf(rows, handoffId));
