import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { idOfNamed } from '../../domain/upkeep/subject';
import { answerOnce } from '../../shared/answerOnce';
import type { LedgerStore } from '../../shared/ledger/ledgerStore';
import { openLedgerToRead, requireLedger } from '../../shared/ledger/openLedger';
import type { ListedOperation } from '../../shared/operations';
import { readNamedHandoff } from '../parameters';
import { rowItem } from '../rowItem';
import { readPolicyChoice, readSinceDay, readWhichRows } from '../upkeepParameters';

const OUTPUTS = ['Rows'] as const;

export const readRowsOperation = {
	value: 'readRows',
	name: 'Read Rows',
	action: 'Read ledger rows',
	description: 'What happened: of a handoff, of a policy, or all of it',
	subtitle: '={{ "rows of " + $parameter["rowsOf"] }}',
	outputs: OUTPUTS,
	run: answerOnce(OUTPUTS, readRowItems),
} as const satisfies ListedOperation;

/** One item for each row, as it is stored. */
async function readRowItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const store = requireLedger(openLedgerToRead(context));
	return [(await rowsAsked(context, store)).map(rowItem)];
}

async function rowsAsked(
	context: IExecuteFunctions,
	store: LedgerStore,
): Promise<readonly unknown[]> {
	const which = readWhichRows(context);
	if (which === 'handoff') {
		const named = context.getInputData().map((_item, index) => readNamedHandoff(context, index));
		return await store.rows([...new Set(named.map(idOfNamed))]);
	}
	const since = readSinceDay(context);
	return await store.allRows({
		...(which === 'policy' && { policyId: readPolicyChoice(context) }),
		...(since !== undefined && { since }),
	});
}
