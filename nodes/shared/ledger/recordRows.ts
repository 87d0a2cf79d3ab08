import type { LedgerRow } from '../../domain/handoff/row';
import { positionOf } from '../../domain/life/position';
import { standingOf } from '../../domain/life/standing';
import type { LedgerStore } from './ledgerStore';

/**
 * Writes ledger rows, and where the handoff stands with them.
 *
 * @param known the rows of the handoff that the ledger had before
 */
export async function recordRows(
	store: LedgerStore,
	rows: readonly LedgerRow[],
	known: readonly unknown[],
): Promise<void> {
	const [first] = rows;
	if (first === undefined) return;
	const position = positionOf(standingOf([...known, ...rows], first.handoffId));
	await store.write({ rows, positions: [position] });
}
