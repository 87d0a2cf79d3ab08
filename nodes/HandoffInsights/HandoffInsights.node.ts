import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toNodeError } from '../shared/nodeErrors';
import { OUTPUTS_EXPRESSION } from './outputs';
import { readOperation } from './parameters';
import { properties } from './properties';
import { runOperation } from './runOperation';
import { testSealKey } from '../shared/testSealKey';

export class HandoffInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Handoff Insights',
		name: 'handoffInsights',
		icon: { light: 'file:handoffInsights.svg', dark: 'file:handoffInsights.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ listOpen: "open handoffs", report: "report", tellTimeline: "timeline", verifyLedger: "verify ledger" })[$parameter["operation"]] }}',
		description: 'Tells from the ledger why handoffs fail, and which rule to change next',
		defaults: { name: 'Handoff Insights' },
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [
			{
				name: 'handoffSealApi',
				required: true,
				testedBy: 'testSealKey',
				displayOptions: { show: { operation: ['verifyLedger'] } },
			},
		],
		// An agent may look at the figures: looking changes nothing.
		usableAsTool: true,
		properties,
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await runOperation(this, readOperation(this), Date.now());
		} catch (thrown) {
			throw toNodeError(this.getNode(), thrown);
		}
	}
}
