import type { LedgerStore } from './ledgerStore';
import type { RunContext } from './runInner';
import { readPositions } from './storedRows';
import { tableProblem } from './tableProblem';
import { batches, MOST_CONDITIONS, readByPolicy, readByValues, readLedger } from './tableReads';
import { openTables } from './tableRuns';
import { claimAndRead } from './tableClaims';
import { remove, write } from './tableWrites';

/**
 * Keeps the ledger in Data Tables of this n8n, made on first use in the project of the workflow.
 *
 * A community node may not touch Data Tables: it runs inner workflows with n8n's own nodes.
 */
export function tableStore(context: RunContext, { test }: { test: boolean }): LedgerStore {
	const runs = openTables(context, test);
	return {
		positions: (query) =>
			told(async () =>
				readPositions(
					'policyId' in query
						? await readByPolicy(runs, query.policyId)
						: await readByValues(runs, 'positions', byHandoff(query.handoffIds)),
				),
			),
		rows: (handoffIds) => told(() => readByValues(runs, 'ledger', byHandoff(handoffIds))),
		allRows: (query) => told(() => readLedger(runs, query)),
		claim: (claims) => told(async () => (await claimAndRead(runs, claims, [])).claims),
		claimAndRead: (claims, handoffIds) => told(() => claimAndRead(runs, claims, handoffIds)),
		write: (steps) => told(() => write(runs, steps)),
		remove: (handoffIds) =>
			told(async () => {
				for (const batch of batches(handoffIds, MOST_CONDITIONS)) await remove(runs, batch);
			}),
	};
}

async function told<Answer>(call: () => Promise<Answer>): Promise<Answer> {
	try {
		return await call();
	} catch (thrown) {
		throw tableProblem(thrown);
	}
}

const byHandoff = (values: readonly string[]) => ({ column: 'handoffId', values });
