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
import { verifyLedgerOperation } from './operations/verifyLedger';
import { properties } from './properties';

export class HandoffInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handoff Insights',
		name: 'handoffInsights',
		icon: { light: 'file:handoffInsights.svg', dark: 'file:handoffInsights.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleExpression(operations),
		description: 'Tells from the ledger why handoffs fail, and which rule to change next',
		defaults: { name: 'Handoff Insights' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(operations),
		credentials: [
			{
				name: 'handoffSealApi',
				required: true,
				testedBy: 'testSealKey',
				displayOptions: { show: { operation: [verifyLedgerOperation.value] } },
			},
		],
		// An agent may look at the figures: looking changes nothing.
		usableAsTool: true,
		properties,
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
