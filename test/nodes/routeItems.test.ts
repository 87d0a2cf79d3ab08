import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { routeItems } from '../../nodes/shared/routeItems';
import { runNode } from '../support/runWorkflow';

const OUTPUTS = ['open', 'closed'] as const;

/** A node whose items say what is to happen to them. */
const router: INodeType = {
	description: {
		displayName: 'Router',
		name: 'router',
		group: ['transform'],
		version: 1,
		description: 'Routes by what the record says',
		defaults: { name: 'Router' },
		inputs: ['main'],
		outputs: ['main', 'main'],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return routeItems(this, { outputs: OUTPUTS, closed: 'closed' }, ({ json }) => {
			if (json.fault === 'configuration') {
				throw new HandoffProblem('The list is empty', 'Add a line.');
			}
			if (json.fault === 'unexpected') throw new TypeError('no such thing');
			return { output: json.closed === true ? 'closed' : 'open', json: { ...json, routed: true } };
		});
	},
};

describe('routeItems', () => {
	it('sends each item to the output its handler names, and pairs it with its origin', async () => {
		const run = await runNode({ node: router, items: [{ id: 1 }, { id: 2, closed: true }] });

		expect(run.records(0)).toEqual([{ id: 1, routed: true }]);
		expect(run.records(1)).toEqual([{ id: 2, closed: true, routed: true }]);
		expect(run.run.data.resultData.runData.Router?.[0]?.data?.main?.[1]?.[0]?.pairedItem).toEqual({
			item: 1,
		});
	});

	it('leaves what the node before recorded as it was', async () => {
		const run = await runNode({ node: router, items: [{ id: 1 }] });

		expect(run.run.data.resultData.runData.Source?.[0]?.data?.main?.[0]?.[0]?.json).toEqual({
			id: 1,
		});
	});

	it('keeps binary data with its item', async () => {
		const binary = { brief: { data: 'aGk=', mimeType: 'text/plain' } };
		const run = await runNode({ node: router, items: [{ json: { id: 1 }, binary }] });

		expect(run.output(0)[0]?.binary).toEqual(binary);
	});

	it('sends an item whose handling fails out by the closed output, and the others on', async () => {
		const run = await runNode({ node: router, items: [{ fault: 'unexpected' }, { id: 2 }] });

		expect(run.records(0)).toEqual([{ id: 2, routed: true }]);
		expect(run.records(1)).toEqual([
			{ fault: 'unexpected', error: { message: 'no such thing', remedy: '' } },
		]);
	});

	it('stops on a mistake in the configuration, and shows the remedy', async () => {
		const run = await runNode({ node: router, items: [{ fault: 'configuration' }] });

		expect(run.error?.message).toBe('The list is empty');
		expect(run.error?.description).toBe('Add a line.');
	});

	it('keeps a mistake in the configuration on the closed side when told to continue', async () => {
		const run = await runNode({
			node: router,
			items: [{ fault: 'configuration' }],
			onError: 'continueRegularOutput',
		});

		expect(run.records(0)).toEqual([]);
		expect(run.records(1)).toEqual([
			{
				fault: 'configuration',
				error: { message: 'The list is empty', remedy: 'Add a line.' },
			},
		]);
	});

	it('hands failed items to the error output when the node has one', async () => {
		const run = await runNode({
			node: router,
			items: [{ fault: 'unexpected' }, { id: 2 }],
			onError: 'continueErrorOutput',
		});

		expect(run.records(0)).toEqual([{ id: 2, routed: true }]);
		expect(run.records(1)).toEqual([]);
		expect(run.records(2)).toEqual([{ fault: 'unexpected', error: 'no such thing' }]);
	});
});
