import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { answerOnce } from '../shared/answerOnce';
import { openLedgerToRead } from '../shared/ledger/openLedger';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import type { Operation } from '../shared/operations';
import { readPolicyId } from './parameters';

/** The rows of the ledger, and as of when they are looked at. */
export interface RowsAsked {
	rows: readonly unknown[];
	now: Instant;
}

interface Question {
	/** Reads what the question is about; without it, all rows of the policy that is chosen, or of all. */
	read?: (context: IExecuteFunctions, store: LedgerStore) => Promise<readonly unknown[]>;
	answer: (context: IExecuteFunctions, question: RowsAsked) => Promise<INodeExecutionData[][]>;
}

/**
 * Asks one question of the ledger or, when it is kept nowhere, of all rows that came in. A flow that
 * goes on after a mistake gets it by the last output, which for Verify Ledger is Not Intact.
 */
export const answerFromRows = (
	outputs: readonly string[],
	{ read = readAll, answer }: Question,
): Operation['run'] =>
	answerOnce(outputs, async (context, now) => {
		const store = openLedgerToRead(context);
		const rows = store === undefined ? rowsIn(context) : await read(context, store);
		return await answer(context, { rows, now });
	});

/** Whole handoffs are read, whenever they began: half of one would be told wrongly. */
async function readAll(
	context: IExecuteFunctions,
	store: LedgerStore,
): Promise<readonly unknown[]> {
	const policyId = readPolicyId(context);
	return await store.allRows(policyId === '' ? {} : { policyId });
}

function rowsIn(context: IExecuteFunctions): unknown[] {
	const rows = context.getInputData().map(({ json }) => json);
	// An empty table that is set to always give data gives one item that says nothing.
	const empty = rows.length === 1 && Object.keys(rows[0] ?? {}).length === 0;
	return empty ? [] : rows;
}
