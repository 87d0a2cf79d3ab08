import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { outputsExpression, runOperation, subtitleExpression } from '../shared/operations';
import { testSealKey } from '../shared/testSealKey';
import { operations } from './operations';
import { properties, SEALING } from './properties';

export class HandoffLedger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handoff Ledger',
		name: 'handoffLedger',
		icon: { light: 'file:handoffLedger.svg', dark: 'file:handoffLedger.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleExpression(operations),
		description: 'Notes in the ledger what no other node can know: work that is set up, a waiver',
		defaults: { name: 'Handoff Ledger' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(operations),
		// Closed off on purpose: an agent must not be able to grant exceptions or to remove rows.
		usableAsTool: undefined,
		credentials: [
			{
				name: 'handoffSealApi',
				required: false,
				testedBy: 'testSealKey',
				displayOptions: { show: { operation: SEALING } },
			},
		],
		properties,
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
