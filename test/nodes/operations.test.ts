import {
	NodeHelpers,
	Workflow,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';
import {
	operationProperty,
	outputsExpression,
	runOperation,
	subtitleExpression,
	type ListedOperation,
} from '../../nodes/shared/operations';
import { runNode } from '../support/runWorkflow';

const open = {
	value: 'open',
	name: 'Open',
	action: 'Open the door',
	description: 'Let people in',
	subtitle: '={{ "opens for " + $parameter["guest"] }}',
	outputs: { parameter: 'bell', byValue: { rung: ['Inside', 'Warned'], silent: ['Inside'] } },
	run: async (context) => [context.getInputData()],
} as const satisfies ListedOperation;

const shut = {
	value: 'shut',
	name: 'Shut',
	action: 'Shut the door',
	description: 'Keep people out',
	subtitle: 'shuts "for good"',
	outputs: ['Outside', 'In Between'],
	run: async (context) => [[], context.getInputData()],
} as const satisfies ListedOperation;

const operations = [open, shut] as const;

const door: INodeType = {
	description: {
		displayName: 'Door',
		name: 'door',
		group: ['transform'],
		version: 1,
		subtitle: subtitleExpression(operations),
		description: 'Opens and shuts',
		defaults: { name: 'Door' },
		inputs: ['main'],
		outputs: outputsExpression(operations),
		properties: [
			operationProperty(operations, shut),
			{ displayName: 'Bell', name: 'bell', type: 'string', default: 'silent' },
			{ displayName: 'Guest', name: 'guest', type: 'string', default: 'Dana' },
		],
	},
	async execute(this: IExecuteFunctions) {
		return await runOperation(this, operations);
	},
};

const onCanvas = (parameters: INodeParameters) => {
	const node = {
		id: 'door',
		name: 'Door',
		type: 'door',
		typeVersion: 1,
		position: [0, 0] satisfies [number, number],
		parameters,
	};
	const find = () => door;
	const nodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return {
		names: NodeHelpers.getNodeOutputs(workflow, node, door.description).map((output) =>
			typeof output === 'object' ? output.displayName : output,
		),
		subtitle: workflow.expression.getSimpleParameterValue(
			node,
			door.description.subtitle,
			'internal',
			{},
		),
	};
};

describe('the operations of a node', () => {
	it('are listed in the panel', () => {
		expect(operationProperty(operations, shut)).toEqual(
			expect.objectContaining({
				name: 'operation',
				default: 'shut',
				noDataExpression: true,
				options: [
					{ name: 'Open', value: 'open', action: 'Open the door', description: 'Let people in' },
					{ name: 'Shut', value: 'shut', action: 'Shut the door', description: 'Keep people out' },
				],
			}),
		);
	});

	it.each`
		parameters                               | names                        | subtitle
		${{ operation: 'shut' }}                 | ${['Outside', 'In Between']} | ${'shuts "for good"'}
		${{ operation: 'open' }}                 | ${['Inside']}                | ${'opens for Dana'}
		${{ operation: 'open', bell: 'rung' }}   | ${['Inside', 'Warned']}      | ${'opens for Dana'}
		${{ operation: 'open', guest: 'Robin' }} | ${['Inside']}                | ${'opens for Robin'}
	`('draw $names and say “$subtitle” for $parameters', ({ parameters, names, subtitle }) => {
		expect(onCanvas(parameters)).toEqual({ names, subtitle });
	});

	it('run as chosen', async () => {
		const items = [{ id: 1 }];
		const opened = await runNode({ node: door, parameters: { operation: 'open' }, items });
		const shutAgain = await runNode({ node: door, parameters: { operation: 'shut' }, items });

		expect([opened.records(0), opened.records(1)]).toEqual([items, []]);
		expect([shutAgain.records(0), shutAgain.records(1)]).toEqual([[], items]);
	});

	it('say what to do when one is chosen that the node does not have', async () => {
		const { error } = await runNode({
			node: door,
			parameters: { operation: 'knock' },
			items: [{ id: 1 }],
		});

		expect(error?.message).toBe('The node has no operation “knock”');
		expect(error?.description).toBe('Open the node and choose an operation.');
	});
});
