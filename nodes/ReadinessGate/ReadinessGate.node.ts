import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { letsPass } from '../domain/readiness/evaluateReadiness';
import { toNodeError } from '../shared/nodeErrors';
import { routeItems } from '../shared/routeItems';
import { prepareCheck, type CheckItem } from './checkReadiness';
import { properties } from './properties';
import { answerAgent, isAskedByAgent } from './toolAnswer';

const OUTPUTS = ['ready', 'notReady'] as const;

export class ReadinessGate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Readiness Gate',
		name: 'readinessGate',
		icon: { light: 'file:readinessGate.svg', dark: 'file:readinessGate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["mode"] }}',
		description: 'Tells whether a record is ready to be handed over, and what is missing',
		defaults: { name: 'Readiness Gate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Ready', 'Not Ready'],
		// An agent may ask whether a record is ready: asking changes nothing.
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const check = prepare(this);
		const asked = isAskedByAgent(this);
		return routeItems(this, { outputs: OUTPUTS, closed: 'notReady' }, (item, itemIndex) => {
			const handoff = check(item, itemIndex);
			// An agent hears the first output only.
			if (asked) return { output: 'ready', json: answerAgent(handoff) };
			const passes = handoff.verdict !== undefined && letsPass(handoff.verdict);
			return { output: passes ? 'ready' : 'notReady', json: { ...item.json, handoff } };
		});
	}
}

function prepare(context: IExecuteFunctions): CheckItem {
	try {
		return prepareCheck(context, Date.now());
	} catch (thrown) {
		throw toNodeError(context.getNode(), thrown);
	}
}
