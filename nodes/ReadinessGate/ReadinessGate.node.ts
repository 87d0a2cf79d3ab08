import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toNodeError } from '../shared/nodeErrors';
import { testSealKey } from '../shared/testSealKey';
import { OUTPUTS_EXPRESSION } from './outputs';
import { readOperation } from './parameters';
import { properties } from './properties';
import { runOperation } from './runOperation';

export class ReadinessGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Readiness Gate',
		name: 'readinessGate',
		icon: { light: 'file:readinessGate.svg', dark: 'file:readinessGate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ backtestPolicy: "backtest", describePolicy: "describe" })[$parameter["operation"]] ?? $parameter["mode"] + ($parameter["policyFrom"] === "form" ? ": " + $parameter["policyId"] : "") }}',
		description: 'Tells whether a record is ready to be handed over, and what is missing',
		defaults: { name: 'Readiness Gate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [
			{
				name: 'handoffSealApi',
				required: false,
				testedBy: 'testSealKey',
				displayOptions: { show: { operation: ['checkReadiness'] } },
			},
		],
		// An agent may ask whether a record is ready: asking changes nothing.
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
