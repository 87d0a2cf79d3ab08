import { join } from 'node:path';
import { z } from 'zod';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import type { NodeJson } from './lineWorkflow';

jest.setTimeout(180_000);

const POLICY = {
	id: 'won-deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	waivers: { allowed: ['amount'], approvers: ['head@sales.example'] },
};
const DEAL = { id: 'D-1', name: 'Acme', amount: 9 };
const POOR = { id: 'D-2', name: 'Birch', amount: 0 };
const ADDRESS = 'https://tracker.example/tasks/17';

const byId = { handoff: '={{ $json.handoffId }}' };
const waiver = {
	...byId,
	requirementId: 'amount',
	reason: 'Paid in kind',
	approvedBy: 'head@sales.example',
	expiresAt: '2999-12-31',
};

const ours = (type: string, parameters: Record<string, unknown>): NodeJson => ({
	name: 'Node',
	type: `n8n-nodes-handoff.${type}`,
	typeVersion: 1,
	parameters,
});
const ledger = (operation: string, parameters: Record<string, unknown> = {}): NodeJson =>
	ours('handoffLedger', { operation, ...parameters });

const NODES = {
	gate: ours('readinessGate', { policyFrom: 'json', policy: JSON.stringify(POLICY) }),
	grant: ledger('grantWaiver', waiver),
	revoke: ledger('revokeWaiver', { requirementId: 'amount' }),
	setUp: ledger('noteSetUp', { url: ADDRESS }),
	rows: ledger('readRows', { rowsOf: 'all' }),
	archive: ledger('archive', { days: 0 }),
	remove: ledger('removeHandoffs'),
	forget: ledger('forgetPerson', { email: 'head@sales.example' }),
	report: ours('handoffInsights', { operation: 'report', timezone: 'UTC' }),
};
type Flow = keyof typeof NODES;

/** A flow that hands its items to the node and answers what comes out of it, by whichever output. */
function flowOf(name: string, node: NodeJson) {
	const path = `ledger-${name}`;
	const to = (node: string) => [{ node, type: 'main', index: 0 }];
	const start = {
		...{ name: 'Start', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path },
		parameters: {
			...{ path, httpMethod: 'POST', options: {} },
			...{ responseMode: 'lastNode', responseData: 'allEntries' },
		},
	};
	const each = {
		...{ name: 'Each', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
		parameters: { fieldToSplitOut: 'body.items', options: {} },
	};
	const out = { name: 'Out', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	return {
		name: path,
		nodes: [start, each, node, out].map((one, place) => ({
			id: one.name,
			position: [place * 200, 0],
			...one,
		})),
		connections: {
			Start: { main: [to('Each')] },
			Each: { main: [to('Node')] },
			Node: { main: [to('Out'), to('Out'), to('Out'), to('Out')] },
		},
	};
}

const itemsSchema = z.array(z.record(z.any()));
type Item = z.infer<typeof itemsSchema>[number];

let n8n: RunningN8n;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
	for (const [name, node] of Object.entries(NODES)) {
		const { id } = await n8n.client.createWorkflow(flowOf(name, node));
		await n8n.client.publish(id);
	}
});
afterAll(async () => await n8n?.stop());

async function run(name: Flow, ...items: Item[]): Promise<Item[]> {
	const answer = await n8n.client.callWebhook(`ledger-${name}`, { items }, 30_000);
	const text = await answer.text();
	if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${text}`);
	return itemsSchema.parse(JSON.parse(text));
}

const look = async (record: Item): Promise<Item> => (await run('gate', record))[0]?.handoff ?? {};
const typesOf = (rows: Item[]) => rows.map(({ type }) => type);

it('a waiver lets the record pass the gate, until it is revoked', async () => {
	const refused = await look(POOR);
	expect(refused).toMatchObject({ attempt: 1, verdict: { ready: false } });
	await run('grant', { handoffId: refused.id });
	expect(await look(POOR)).toMatchObject({
		attempt: 2,
		verdict: { ready: true, waivers: [{ requirementId: 'amount', reason: 'Paid in kind' }] },
	});
	const [revoked] = await run('revoke', { ...POOR, handoff: refused });
	expect(revoked).toMatchObject({ ...POOR, handoff: { event: { type: 'waiver.revoked' } } });
	expect(await look(POOR)).toMatchObject({ attempt: 3, verdict: { ready: false } });
});

it('what is set up is done, and can leave the ledger without being handed over again', async () => {
	const handoff = await look(DEAL);
	const [noted] = await run('setUp', { ...DEAL, handoff });
	await run('setUp', { ...DEAL, handoff });
	expect(noted?.handoff.event.data).toContain(ADDRESS);
	expect(await look(DEAL)).toMatchObject({ nothingNew: { step: 'done' } });

	const archived = await run('archive', {});
	expect(typesOf(archived)).toEqual(expect.arrayContaining(['handoff.evaluated', 'handoff.done']));
	expect(new Set(archived.map(({ recordId }) => recordId))).toEqual(new Set([DEAL.id]));
	const half = await run('remove', ...archived.slice(1));
	expect(half).toMatchObject([{ removed: false, why: 'rowsMissing' }]);
	expect(await run('remove', ...archived)).toMatchObject([{ removed: true }]);
	const left = await run('rows', {});
	expect(new Set(left.map(({ recordId }) => recordId))).toEqual(new Set([POOR.id]));
	expect(await look({ ...DEAL, amount: 10 })).toMatchObject({ nothingNew: { step: 'done' } });
});

it('forgets a person in all rows, and reports on what is there', async () => {
	expect(JSON.stringify(await run('rows', {}))).toContain('head@sales.example');
	const [told] = await run('forget', {});
	expect(told).toMatchObject({ rows: 1, handoffs: 1, sealedRows: 0 });
	const rows = await run('rows', {});
	expect(JSON.stringify(rows)).not.toContain('head@sales.example');
	expect(rows.find(({ type }) => type === 'requirement.waived')?.actor).toBe(told?.address);

	const [report] = await run('report', {});
	expect(report).toMatchObject({ totals: { handoffs: 1 }, rows: { read: rows.length } });
});
