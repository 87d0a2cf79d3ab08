import type { LedgerStore } from './ledgerStore';
import type { RunContext } from './runInner';
import { readPositions } from './storedRows';
import { batches, MOST_CONDITIONS, readByPolicy, readByValues, readLedger } from './tableReads';
import { openTables } from './tableRuns';
import type { LedgerChoice } from './tables';
import { claimAndRead } from './tableClaims';
import { remove, write } from './tableWrites';

/**
 * Keeps the ledger in Data Tables of this n8n, made on first use in the project of the workflow.
 *
 * A community node may not touch Data Tables: it runs inner workflows with n8n's own nodes.
 */
export function tableStore(context: RunContext, choice: LedgerChoice): LedgerStore {
	const runs = openTables(context, choice);
	return {
		positions: async (query) =>
			readPositions(
				'policyId' in query
					? await readByPolicy(runs, query.policyId)
					: await readByValues(runs, 'positions', byHandoff(query.handoffIds)),
			),
		rows: (handoffIds) => readByValues(runs, 'ledger', byHandoff(handoffIds)),
		allRows: (query) => readLedger(runs, query),
		claim: async (claims) => (await claimAndRead(runs, claims, [])).claims,
		claimAndRead: (claims, handoffIds) => claimAndRead(runs, claims, handoffIds),
		write: (steps) => write(runs, steps),
		remove: async (handoffIds) => {
			for (const batch of batches(handoffIds, MOST_CONDITIONS)) await remove(runs, batch);
		},
	};
}

const byHandoff = (values: readonly string[]) => ({ column: 'handoffId', values });
