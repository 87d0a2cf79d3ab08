import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { wholeHandoffs } from '../../domain/upkeep/finished';
import { judgeRemoval, type Removal } from '../../domain/upkeep/removal';
import { answerOnce } from '../../shared/answerOnce';
import { beganInTest } from '../../shared/ledger/beganInTest';
import type { LedgerStore } from '../../shared/ledger/ledgerStore';
import { openLedger, requireLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { hintAtTest } from '../hintAtTest';
import { readArchivedRows } from '../upkeepParameters';

const OUTPUTS = ['Handoffs'] as const;

export const removeHandoffsOperation = {
	value: 'removeHandoffs',
	name: 'Remove Handoffs',
	action: 'Remove archived handoffs',
	description:
		'Takes finished handoffs out of the ledger whose rows come in, stored elsewhere before',
	subtitle: 'remove handoffs',
	outputs: OUTPUTS,
	run: answerOnce(OUTPUTS, removeArchived),
} as const satisfies ListedOperation;

/** One item for each handoff of which a row came in: whether it was removed and, if not, why. */
async function removeArchived(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const rows = readArchivedRows(context);
	const handoffIds = [...new Set(rows.map(({ handoffId }) => handoffId))];
	const store = requireLedger(openLedger(context, { test: beganInTest(context) }));
	const handedIn = new Set(rows.map(({ eventId }) => eventId));
	const whole = wholeHandoffs(handoffIds, await store.rows(handoffIds));
	const removals = whole.map((handoff) => judgeRemoval(handoff, handedIn));
	await remove(
		store,
		removals.filter(({ removed }) => removed),
	);
	hintAtTest(context);
	return [
		removals.map(({ handoffId, rows: kept, handedIn: known, removed, why }) => ({
			json: { handoffId, rows: kept, handedIn: known, removed, ...(why && { why }) },
			pairedItem: { item: 0 },
		})),
	];
}

/** Where they stand is written first: a search that finds such a record again must leave it alone. */
async function remove(store: LedgerStore, removals: readonly Removal[]): Promise<void> {
	if (removals.length === 0) return;
	await store.write({ rows: [], positions: removals.map(({ position }) => position) });
	await store.remove(removals.map(({ handoffId }) => handoffId));
}
