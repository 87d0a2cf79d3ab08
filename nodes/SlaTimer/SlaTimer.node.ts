import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toNodeError } from '../shared/nodeErrors';
import { testSealKey } from '../shared/testSealKey';
import { OUTPUTS_EXPRESSION } from './operations/outputs';
import { runOperation } from './operations/runOperation';
import { properties } from './properties';

export class SlaTimer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SLA Timer',
		name: 'slaTimer',
		icon: { light: 'file:slaTimer.svg', dark: 'file:slaTimer.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ checkClock: "check", passTheBall: "pass the ball", startClock: "start", stopClock: "stop" })[$parameter["operation"]] }}',
		description:
			"Counts towards deadlines in the team's working hours and tells each milestone once",
		defaults: { name: 'SLA Timer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [{ name: 'handoffSealApi', required: false, testedBy: 'testSealKey' }],
		properties,
	};

	methods = { credentialTest: { testSealKey } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await runOperation(this);
		} catch (thrown) {
			throw toNodeError(this.getNode(), thrown);
		}
	}
}
