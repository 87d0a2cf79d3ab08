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
import { checkReadinessOperation } from './operations/checkReadiness';
import { properties } from './properties';

export class ReadinessGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Readiness Gate',
		name: 'readinessGate',
		icon: { light: 'file:readinessGate.svg', dark: 'file:readinessGate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: subtitleExpression(operations),
		description: 'Tells whether a record is ready to be handed over, and what is missing',
		defaults: { name: 'Readiness Gate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(operations),
		credentials: [
			{
				name: 'handoffSealApi',
				required: false,
				testedBy: 'testSealKey',
				displayOptions: { show: { operation: [checkReadinessOperation.value] } },
			},
		],
		// An agent may ask whether a record is ready: asking changes nothing.
		usableAsTool: true,
		properties,
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations);
	}
}
