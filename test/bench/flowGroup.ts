import { join } from 'node:path';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { line, webhook, type NodeJson } from '../e2e/lineWorkflow';
import { measureOneHandoff } from './flow/oneHandoff';
import { measureSearch } from './flow/search';
import { DEAL_POLICY, makeDeals } from './gate/deals';
import { median, rounded, type Figure } from './timing';

const ROOT = join(__dirname, '..', '..');
const ROUNDS = 8;
const CALLS_A_ROUND = 60;
const AT_ONCE = 8;

const gate: NodeJson = {
	name: 'Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		policy: JSON.stringify(DEAL_POLICY),
		keepLedger: 'nowhere',
	},
};
const noOp: NodeJson = {
	name: 'Gate',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

const TABLE = { __rl: true, mode: 'name', value: 'bench_flow' };
const dataTable = (name: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters,
});
const setUp = line('bench-table', [
	webhook('bench-table'),
	dataTable('Table', {
		resource: 'table',
		operation: 'create',
		tableName: TABLE.value,
		columns: { column: [{ name: 'deal', type: 'string' }] },
		options: { createIfNotExists: true },
	}),
]);

/** Webhook -> the node that is measured -> Data Table -> the answer. */
const flow = (path: string, measured: NodeJson) => {
	const start = webhook(path);
	return line(path, [
		{ ...start, parameters: { ...start.parameters, responseMode: 'responseNode' } },
		{
			name: 'Deal',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.deals', options: {} },
		},
		measured,
		dataTable('Write', {
			resource: 'row',
			operation: 'insert',
			dataTableId: TABLE,
			columns: {
				mappingMode: 'defineBelow',
				value: { deal: '={{ $json.id }}' },
				matchingColumns: [],
				schema: [],
			},
		}),
		{
			name: 'Respond',
			type: 'n8n-nodes-base.respondToWebhook',
			typeVersion: 1.1,
			parameters: { respondWith: 'text', responseBody: '={{ $json.deal }}', options: {} },
		},
	]);
};

/**
 * How many executions a second a flow with our gate makes, beside the same flow with a NoOp; what one
 * handoff through a whole template costs; and what a search over many records does.
 */
export async function measureFlow(): Promise<Figure[]> {
	const inFlow = await measureGateInFlow();
	return [...inFlow, ...(await measureOneHandoff(ROOT)), ...(await measureSearch(ROOT))];
}

async function measureGateInFlow(): Promise<Figure[]> {
	const n8n = await startN8n({ packageFrom: ROOT });
	try {
		for (const workflow of [setUp, flow('bench-ours', gate), flow('bench-noop', noOp)]) {
			await n8n.client.publish((await n8n.client.createWorkflow(workflow)).id);
		}
		await n8n.client.callWebhook('bench-table', {});
		await callMany(n8n, 'bench-ours', AT_ONCE * 2);
		await callMany(n8n, 'bench-noop', AT_ONCE * 2);
		const rates: Record<'ours' | 'noop', number[]> = { ours: [], noop: [] };
		for (let round = 0; round < ROUNDS; round++) {
			const sides = round % 2 === 0 ? (['ours', 'noop'] as const) : (['noop', 'ours'] as const);
			for (const side of sides) {
				rates[side].push(await callMany(n8n, `bench-${side}`, CALLS_A_ROUND));
			}
		}
		return figuresOf(median(rates.ours), median(rates.noop));
	} finally {
		await n8n.stop();
	}
}

/** A deal that is ready on whatever day this runs. */
const [DEAL] = makeDeals(1).map((deal) => ({
	...deal,
	properties: { ...deal.properties, kickoff: '2099-04-01' },
}));

/** Calls a flow so many times, a few at once; the calls that were answered in a second. */
async function callMany(n8n: RunningN8n, path: string, calls: number): Promise<number> {
	let left = calls;
	const caller = async () => {
		while (left > 0) {
			left--;
			const answer = await n8n.client.callWebhook(path, { deals: [DEAL] });
			const text = await answer.text();
			if (answer.status !== 200 || text !== DEAL?.id) {
				throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
			}
		}
	};
	const startedAt = performance.now();
	await Promise.all(Array.from({ length: AT_ONCE }, caller));
	return (calls / (performance.now() - startedAt)) * 1_000;
}

const figuresOf = (ours: number, noop: number): Figure[] => [
	{
		key: 'vsNoOp',
		value: rounded(ours / noop),
		meaning: 'executions a second: gate -> Data Table -> respond / NoOp in place of the gate',
	},
	{ key: 'oursPerSecond', value: rounded(ours), meaning: 'executions a second with the gate' },
	{ key: 'noOpPerSecond', value: rounded(noop), meaning: 'executions a second with NoOp' },
];
