import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Judging } from '../domain/gate/seen';
import { modeReader, policyReader, recordReader, valueReader } from './parameters';

/** Gives what an item is judged by: its record, the policy, and what came with it. */
export function judgingReader(
	context: IExecuteFunctions,
): (item: INodeExecutionData, itemIndex: number) => Judging {
	const readPolicy = policyReader(context);
	const readRecord = recordReader(context);
	const readMode = modeReader(context);
	const readWaivers = valueReader(context, 'waivers');
	const readProposals = valueReader(context, 'proposals');
	return (item, itemIndex) => ({
		compiled: readPolicy(itemIndex),
		record: readRecord(item, itemIndex),
		mode: readMode(itemIndex),
		waivers: readWaivers(itemIndex),
		proposals: readProposals(itemIndex),
	});
}
