import type { IDataObject } from 'n8n-workflow';
import type { LedgerStore, PositionQuery } from './ledgerStore';
import type { RunContext } from './runInner';
import { readPositions } from './storedRows';
import { batches, MOST_CONDITIONS, readByValues, readLedger, readPositionsBy } from './tableReads';
import { openTables, type TableRuns } from './tableRuns';
import type { LedgerChoice } from './tables';
import { claimAndRead } from './tableClaims';
import { remove, rewrite, write, writeAndRead } from './tableWrites';

/**
 * Keeps the ledger in Data Tables of this n8n, made on first use in the project of the workflow.
 *
 * A community node may not touch Data Tables: it runs inner workflows with n8n's own nodes.
 */
export function tableStore(context: RunContext, choice: LedgerChoice): LedgerStore {
	const runs = openTables(context, choice);
	return {
		positions: async (query) => readPositions(await readPositionRows(runs, query)),
		rows: (handoffIds) => readByValues(runs, 'ledger', byHandoff(handoffIds)),
		allRows: (query) => readLedger(runs, query),
		claim: async (claims) => (await claimAndRead(runs, claims, [])).claims,
		claimAndRead: (claims, handoffIds) => claimAndRead(runs, claims, handoffIds),
		write: (steps) => write(runs, steps),
		writeAndRead: (steps, handoffIds) => writeAndRead(runs, steps, handoffIds),
		rewrite: (rows) => rewrite(runs, rows),
		remove: async (handoffIds) => {
			for (const batch of batches(handoffIds, MOST_CONDITIONS)) await remove(runs, batch);
		},
	};
}

async function readPositionRows(runs: TableRuns, query: PositionQuery): Promise<IDataObject[]> {
	if ('policyId' in query) return await readPositionsBy(runs, 'policyId', query.policyId);
	if ('handoffIds' in query) {
		return await readByValues(runs, 'positions', byHandoff(query.handoffIds));
	}
	const found: IDataObject[] = [];
	for (const step of query.steps) found.push(...(await readPositionsBy(runs, 'step', step)));
	return found;
}

const byHandoff = (values: readonly string[]) => ({ column: 'handoffId', values });
