import { join } from 'node:path';
import { itemsOf, type Execution } from '../harness/executions';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { until } from './templateRuns/run';

jest.setTimeout(120_000);

const PATH = 'gate-ledger';
const GATE = 'Readiness Gate';
const LANES = ['Ready', 'Not Ready', 'Accepted', 'Nothing New'] as const;
const POLICY = {
	id: 'won-deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	packet: [{ label: 'Name', field: 'name' }],
};

const to = (...names: string[]) => names.map((node) => [{ node, type: 'main', index: 0 }]);
const nodes = [
	{
		name: 'Deals',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: PATH,
		parameters: { path: PATH, httpMethod: 'POST', responseMode: 'lastNode', options: {} },
	},
	{
		name: 'Each Deal',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.deals', options: {} },
	},
	{
		name: GATE,
		type: 'n8n-nodes-handoff.readinessGate',
		typeVersion: 1,
		parameters: { policyFrom: 'json', policy: JSON.stringify(POLICY), mostAtOnce: 1_000 },
	},
	...LANES.map((name) => ({ name, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} })),
];
const flow = {
	name: PATH,
	nodes: nodes.map((node, place) => ({ id: node.name, position: [place * 200, 0], ...node })),
	connections: {
		Deals: { main: to('Each Deal') },
		'Each Deal': { main: to(GATE) },
		[GATE]: { main: to(...LANES) },
	},
};

let n8n: RunningN8n;
let workflowId: string;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
	workflowId = (await n8n.client.createWorkflow(flow)).id;
	await n8n.client.publish(workflowId);
});
afterAll(async () => await n8n?.stop());

const counts = (execution: Execution): number[] =>
	LANES.map((lane) => itemsOf(execution, lane).length);

/** The inner runs that keep the ledger are listed under the same workflow while they are under way. */
const endedRuns = async () =>
	(await n8n.client.listExecutions({ workflowId, status: ['success'] })).filter(
		({ mode }) => mode === 'webhook',
	);

/** Runs the flow on deals, and reads what n8n kept of the executions that came of it, newest first. */
async function run(...batches: object[][]): Promise<Execution[]> {
	const before = (await endedRuns()).length;
	await Promise.all(batches.map((deals) => n8n.client.callWebhook(PATH, { deals }, 60_000)));
	const count = before + batches.length;
	await until(`${count} runs`, async () => (await endedRuns()).length >= count, 60_000);
	const newest = (await endedRuns()).slice(0, batches.length);
	return await Promise.all(newest.map(({ id }) => n8n.client.readExecution(id)));
}

const dealsTo = (count: number, name: string) =>
	Array.from({ length: count }, (_, place) => ({ id: `${name}-${place}`, name, amount: 9 }));

describe('Readiness Gate with the ledger, in a real n8n', () => {
	it('acts once on each record, however many runs find it at the same time', async () => {
		const deals = dealsTo(5, 'Twice');
		const executions = await run(deals, deals, deals);
		const ready = executions.flatMap((execution) => itemsOf(execution, 'Ready'));

		expect(ready.map(({ json }) => json.id).sort()).toEqual(deals.map(({ id }) => id));
		expect(executions.flatMap((execution) => itemsOf(execution, 'Nothing New'))).toHaveLength(10);
		const rows = await n8n.client.readDataTable('handoff_ledger');
		expect(rows.map(({ type }) => type)).toEqual(deals.map(() => 'handoff.evaluated'));
		expect(await n8n.client.readDataTable('handoff_positions')).toHaveLength(5);
	});

	it('finds the ten that have moved among a thousand open records', async () => {
		const deals = dealsTo(1_000, 'Many');
		const [first] = await run(deals);
		const moved = deals.map((deal, place) => (place % 100 === 7 ? { ...deal, amount: 7 } : deal));
		const [second] = await run(moved);
		const [third] = await run(moved);

		const runs = [first, second, third].flatMap((one) => one ?? []);
		expect(runs.map(counts)).toEqual([
			[1_000, 0, 0, 0],
			[10, 0, 0, 990],
			[0, 0, 0, 1_000],
		]);
		const times = runs.map(({ runData }) => runData[GATE]?.[0]?.executionTime);
		console.info(`gate ms: a thousand new ${times[0]}, ten moved ${times[1]}, none ${times[2]}`);
	});
});
