import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { openHandoffs } from '../../domain/insights/openHandoffs';
import { readRows } from '../../domain/ledger/readRows';
import type { ListedOperation } from '../../shared/operations';
import { answerFromRows, type RowsAsked } from '../answerFromRows';
import { readOptions, readPolicies } from '../parameters';

const OUTPUTS = ['Open'] as const;

export const listOpenOperation = {
	value: 'listOpen',
	name: 'Open Handoffs',
	action: 'List open handoffs',
	description: 'Who has the ball, for how long, and due when',
	subtitle: 'open handoffs',
	outputs: OUTPUTS,
	run: answerFromRows(OUTPUTS, { answer: listHandoffs }),
} as const satisfies ListedOperation;

/** One item for each handoff that nobody has accepted yet, the most overdue first. */
async function listHandoffs(
	context: IExecuteFunctions,
	{ rows, now }: RowsAsked,
): Promise<INodeExecutionData[][]> {
	const policies = readPolicies(context);
	const { namePeople: people, onlyLate } = readOptions(context);
	const open = openHandoffs(readRows(rows).rows, now, { policies, people });
	return [
		open
			.filter(({ late }) => late || !onlyLate)
			.map((handoff) => ({ json: { ...handoff }, pairedItem: { item: 0 } })),
	];
}
