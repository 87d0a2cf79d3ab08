import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import { RULES } from '../../templates/lint/remark';
import { NAMES } from '../../templates/builder/nodes/names';
import { BY_NIGHT } from '../support/draws';
import { edit, give } from './faults/fault';
import { IN_EXPRESSIONS } from './faults/inExpressions';
import { INSIDE_NODES } from './faults/insideNodes';
import { IN_THE_FLOW } from './faults/inTheFlow';
import { ON_THE_CANVAS } from './faults/onTheCanvas';
import { HARD_TO_READ } from './faults/hardToRead';
import { PRIVATE } from './faults/privateData';
import { copyOf, move, nodeIn, to, type Copy } from '../templates/plant';

const TEMPLATE = 'hubspot-to-clickup.json';
const FAULTS = [
	...INSIDE_NODES,
	...IN_EXPRESSIONS,
	...IN_THE_FLOW,
	...HARD_TO_READ,
	...PRIVATE,
	...ON_THE_CANVAS,
];
const MINUTES = 'rule.interval.0.minutesInterval';
const catalogue = readCatalogue();
const lint = (workflow: unknown) => lintWorkflow(workflow, { catalogue, shipped: true });

const faultsIn = (workflow: unknown): string[] => [
	...new Set(
		lint(workflow)
			.filter(({ level }) => level !== 'setUp')
			.map(({ rule }) => rule),
	),
];

describe('lintWorkflow', () => {
	it.each(FAULTS)('finds $fault ($rule)', ({ plant, rule, also = [] }) => {
		const copy = copyOf(TEMPLATE);

		plant(copy);

		const found = faultsIn(copy);
		expect(found).toContain(rule);
		expect(found.filter((one) => one !== rule && !also.some((more) => more === one))).toEqual([]);
	});

	it('has a planted fault for each of its rules', () => {
		const rules = Object.entries(RULES).flatMap(([rule, level]) =>
			level === 'setUp' ? [] : [rule],
		);
		const tested = new Set<string>(FAULTS.map(({ rule }) => rule));

		expect(rules.filter((rule) => !tested.has(rule))).toEqual(['not-a-workflow']);
	});

	it.each<[string, (copy: Copy) => unknown]>([
		['another time between runs', give(NAMES.schedule, MINUTES, 10)],
		['a number given as text', give(NAMES.schedule, MINUTES, '7')],
		['a choice that was made', give(NAMES.createTask, 'list', '901')],
		['a policy that asks for more', edit(NAMES.gate, 'policy', (text) => text.replace('20', '30'))],
		['a newer version of a node', (copy) => (nodeIn(copy, NAMES.ownTask).typeVersion = 2.3)],
		['other words below a node', (copy) => (nodeIn(copy, NAMES.findTask).notes = 'Our list')],
		['a node that is moved', (copy) => move(copy, NAMES.gate, 20)],
	])('says nothing about %s', (_change, make) => {
		const copy = copyOf(TEMPLATE);

		make(copy);

		expect(faultsIn(copy)).toEqual([]);
	});

	it('asks only of the way of the request to go on, and not of a way that leads back after it', () => {
		expect(faultsIn(copyOf('four-nodes.json'))).toEqual([]);
		const stopping = copyOf('four-nodes.json');
		delete nodeIn(stopping, 'Tell them').onError;
		expect(faultsIn(stopping)).toContain('stopping-loop');
	});

	it('lets a part of an AI node read from what runs before that node', () => {
		const { nodes, connections } = copyOf(TEMPLATE);
		const memory = { id: 'memory', name: 'Memory', typeVersion: 1.3, position: [0, 9000] };
		const agent = { id: 'agent', name: 'Agent', typeVersion: 1, position: [400, 9000] };
		const workflow = {
			nodes: [
				...nodes,
				{ ...agent, type: 'n8n-nodes-elsewhere.agent', parameters: {} },
				{
					...memory,
					type: '@n8n/n8n-nodes-langchain.memoryBufferWindow',
					parameters: {
						sessionIdType: 'customKey',
						sessionKey: `={{ $('${NAMES.createTask}').item.json.id }}`,
					},
				},
			],
			connections: {
				...connections,
				[NAMES.writeLink]: { main: [[to('Agent')]] },
				Memory: { ai_memory: [[{ node: 'Agent', type: 'ai_memory', index: 0 }]] },
			},
		};

		const found = lintWorkflow(workflow, { catalogue }).filter(({ level }) => level !== 'setUp');

		expect(found.map(({ node, rule }) => `${node}: ${rule}`)).toEqual(['Agent: unknown-package']);
	});

	it.each([
		['null', null],
		['a text', 'workflow'],
		['a number', 7],
		['a list', []],
		['an empty object', {}],
		['nodes that are no list', { nodes: 'x' }],
	])('says that %s is no workflow', (_what, garbage) => {
		expect(faultsIn(garbage)).toEqual(['not-a-workflow']);
	});

	it.each([
		[
			'nodes of every wrong kind',
			{ nodes: [null, 1, 'x', [], {}], connections: {} },
			'broken-node',
		],
		['connections that are a list', { nodes: [], connections: [] }, 'broken-connection'],
		[
			'connections to nothing',
			{ nodes: [], connections: { a: { main: [[null, 3]] } } },
			'broken-connection',
		],
	])('names the place of %s', (_what, garbage, rule) => {
		expect(faultsIn(garbage)).toContain(rule);
	});

	it('never fails, whatever stands in a parameter', () => {
		const garbage = [null, [], {}, 7, 'x', [[]], { a: { b: [] } }, '={{', { __rl: true }];
		const places = [NAMES.createTask, NAMES.next, NAMES.tellPerson, NAMES.gate].flatMap((name) =>
			Object.keys(nodeIn(copyOf(TEMPLATE), name).parameters).map((key) => ({ name, key })),
		);
		places.forEach(({ name, key }, place) => {
			// By day each place meets a third of them, and each of them a third of the places.
			const met = garbage.filter((_, index) => BY_NIGHT || (index + place) % 3 === 0);
			for (const value of met) {
				const copy = copyOf(TEMPLATE);
				give(name, key, value)(copy);
				expect(Array.isArray(lint(copy))).toBe(true);
			}
		});
	});

	it('says of each remark what is wrong, where, and what to do', () => {
		const copy = copyOf(TEMPLATE);
		give(NAMES.next, 'rules.values.1.outputKye', 'Waiting')(copy);

		const remarks = lint(copy).filter(({ level }) => level !== 'setUp');

		expect(remarks).toEqual([
			{
				level: 'error',
				rule: 'unknown-parameter',
				node: NAMES.next,
				at: 'parameters.rules.values[1].outputKye',
				message: 'n8n-nodes-base.switch 3.2 has no such parameter here: n8n drops it.',
				remedy: 'Remove it, or use one of: conditions, renameOutput, outputKey.',
			},
		]);
	});
});
