import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../../domain/base/instant';
import { readInstantIn } from '../../domain/time/readInstantIn';
import { describeLedgerCheck } from '../../domain/ledger/describeLedgerCheck';
import { verifyLedger } from '../../domain/ledger/verifyLedger';
import { renderMessage } from '../../domain/message/renderMessage';
import { readKeys, SEAL_CREDENTIAL } from '../../shared/sealKeys';
import type { ListedOperation } from '../../shared/operations';
import { answerFromRows, type RowsAsked } from '../answerFromRows';
import { readOptions } from '../parameters';

const OUTPUTS = ['Intact', 'Not Intact'] as const;

export const verifyLedgerOperation = {
	value: 'verifyLedger',
	name: 'Verify Ledger',
	action: 'Verify the seals of a ledger',
	description: 'Whether a sealed row was altered, removed, moved or forged',
	subtitle: 'verify ledger',
	outputs: OUTPUTS,
	run: answerFromRows(OUTPUTS, { answer: verifyRows }),
} as const satisfies ListedOperation;

/** Without an offset it is a time of the workflow's zone, as n8n's date picker writes it. */
const readSealedFrom = (context: IExecuteFunctions, text: string): Instant =>
	readInstantIn(context.getTimezone(), text, '“Sealed From”');

/** One item: what the seals say. It leaves by Not Intact when a row does not hold. */
async function verifyRows(
	context: IExecuteFunctions,
	{ rows }: RowsAsked,
): Promise<INodeExecutionData[][]> {
	const keys = readKeys(await context.getCredentials(SEAL_CREDENTIAL));
	const { inOrder, sealedFrom } = readOptions(context);
	const from = sealedFrom === '' ? {} : { sealedFrom: readSealedFrom(context, sealedFrom) };
	const check = verifyLedger(rows, keys, { inOrder, ...from });
	const message = renderMessage(describeLedgerCheck(check));
	const item = { json: { ...check, message }, pairedItem: { item: 0 } };
	return check.intact ? [[item], []] : [[], [item]];
}
