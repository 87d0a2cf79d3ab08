import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { openHandoffs } from '../domain/insights/openHandoffs';
import { readRows } from '../domain/ledger/readRows';
import { readOptions, readPolicies } from './parameters';
import type { Question } from './question';

/** One item for each handoff that nobody has accepted yet, the most overdue first. */
export async function listOpen(
	context: IExecuteFunctions,
	{ rows, now }: Question,
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
