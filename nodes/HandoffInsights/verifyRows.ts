import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describeCheck } from '../domain/ledger/describeCheck';
import { verifyLedger } from '../domain/ledger/verifyLedger';
import { renderMessage } from '../domain/message/renderMessage';
import { readKeys, SEAL_CREDENTIAL } from '../shared/sealKeys';
import { readOptions } from './parameters';
import type { Question } from './question';

/** One item: what the seals say. It leaves by Not Intact when a row does not hold. */
export async function verifyRows(
	context: IExecuteFunctions,
	{ rows }: Question,
): Promise<INodeExecutionData[][]> {
	const keys = readKeys(await context.getCredentials(SEAL_CREDENTIAL));
	const { inOrder } = readOptions(context);
	const check = verifyLedger(rows, keys, { inOrder });
	const message = renderMessage(describeCheck(check));
	const item = { json: { ...check, message }, pairedItem: { item: 0 } };
	return check.intact ? [[item], []] : [[], [item]];
}
