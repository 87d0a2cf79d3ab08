import { join } from 'node:path';
import { handoffSchema } from '../../nodes/domain/handoff/envelope';
import { itemsOf, type Execution } from '../harness/executions';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { everyDay } from '../domain/time/calendars';
import { movedClock } from '../support/movedClock';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

/** Eight hours to fix what is missing; the first word after half of it. */
const FIX_MS = 8 * 3_600_000;
const BOSS = { name: 'Lee', email: 'lee@sales.example' };
const POLICY = {
	id: 'won-deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', email: 'sam@sales.example' },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	sla: { fix: { minutes: FIX_MS / 60_000, milestones: [50, 100], escalateTo: [BOSS] } },
	calendars: { sender: { timezone: 'UTC', weekly: everyDay(['00:00', '24:00']) } },
};
const GATE = { policyFrom: 'json', policy: JSON.stringify(POLICY), mostAtOnce: 1_000 };
const SWEEP = { operation: 'findDue' };

interface LineNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	webhookId?: string;
}

const webhook = (path: string): LineNode => ({
	name: 'Start',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: path,
	parameters: { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} },
});
const record = {
	name: 'Record',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'body.deals', options: {} },
};
const ours = (name: string, type: string, parameters: LineNode['parameters']) => ({
	name,
	type: `n8n-nodes-handoff.${type}`,
	typeVersion: 1,
	parameters,
});

const clock = movedClock();
let n8n: RunningN8n;
const ids = new Map<string, string>();
const publish = async (path: string, nodes: Array<LineNode>) => {
	const line = [webhook(path), ...nodes];
	const { id } = await n8n.client.createWorkflow({
		name: path,
		nodes: line.map((node, place) => ({ id: node.name, position: [place * 200, 0], ...node })),
		connections: Object.fromEntries(
			line
				.slice(1)
				.map(({ name }, place) => [
					line[place]?.name ?? '',
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
	});
	await n8n.client.publish(id);
	ids.set(path, id);
};
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..'), clock });
	await publish('gate', [record, ours('Gate', 'readinessGate', GATE)]);
	await publish('sweep', [ours('Sweep', 'slaTimer', SWEEP)]);
});
afterAll(async () => {
	await n8n?.stop();
	clock.remove();
});

const endedRuns = async (workflowId: string) =>
	(await n8n.client.listExecutions({ workflowId, status: ['success'] })).filter(
		({ mode }) => mode === 'webhook',
	);

/** Runs a flow so many times at the same moment, and reads what n8n kept of it. */
async function run(path: string, deals: object[] = [], times = 1): Promise<Execution[]> {
	const workflowId = ids.get(path) ?? '';
	const before = (await endedRuns(workflowId)).length;
	await Promise.all(Array.from({ length: times }, () => n8n.client.callWebhook(path, { deals })));
	await until(
		`${times} runs of ${path}`,
		async () => (await endedRuns(workflowId)).length >= before + times,
		120_000,
	);
	const newest = (await endedRuns(workflowId)).slice(0, times);
	return await Promise.all(newest.map(({ id }) => n8n.client.readExecution(id)));
}

/** What a few runs at the same moment tell about a deal, as `kind to address`. */
async function told(name: string, times = 1): Promise<string[]> {
	const executions = await run('sweep', [], times);
	return executions
		.flatMap((execution) => [0, 1].flatMap((output) => itemsOf(execution, 'Sweep', output)))
		.map(({ json }) => handoffSchema.parse(json.handoff))
		.filter((handoff) => handoff.record.title === name)
		.map(({ message }) => `${message?.kind} to ${message?.to.map(({ email }) => email)}`);
}
const typesOf = async (deal: string) =>
	(await n8n.client.readDataTable('handoff_ledger'))
		.filter(({ recordId }) => recordId === deal)
		.map(({ type, attempt }) => `${String(attempt)} ${String(type)}`);
/** So much of the time to fix has passed since then. */
const later = (share: number, since: number) => clock.moveTo(since + FIX_MS * share);

describe('the clocks of a flow that somebody builds by hand, in a real n8n', () => {
	it('are in the ledger, tell each milestone once though runs overlap, and stop with the gap', async () => {
		const deal = { id: 'D-1', name: 'Acme', amount: 0 };
		const since = clock.now();
		await run('gate', [deal]);
		expect(await typesOf('D-1')).toEqual(['1 handoff.evaluated', '1 sla.started']);
		expect(await told('Acme')).toEqual([]);

		later(0.75, since);
		expect(await told('Acme', 3)).toEqual(['reminder to sam@sales.example']);
		later(1.2, since);
		expect(await told('Acme', 3)).toEqual(['escalation to lee@sales.example']);
		expect(await told('Acme')).toEqual([]);

		await run('gate', [{ ...deal, amount: 5 }]);
		expect(await typesOf('D-1')).toEqual([
			...['1 handoff.evaluated', '1 sla.started', '1 sla.milestoneReached', '1 sla.breached'],
			...['2 handoff.evaluated', '1 sla.stopped'],
		]);
	});

	it('tell once, and late, what passed while n8n was down', async () => {
		const since = clock.now();
		await run('gate', [{ id: 'D-2', name: 'Bolt', amount: 0 }]);
		await n8n.kill9();
		later(1.1, since);
		await n8n.restart();

		expect(await told('Bolt', 2)).toEqual([
			'reminder to sam@sales.example',
			'escalation to lee@sales.example',
		]);
	});

	it('tell nothing of what was fixed in time', async () => {
		const since = clock.now();
		const deal = { id: 'D-3', name: 'Cargo', amount: 0 };
		await run('gate', [deal]);
		await run('gate', [{ ...deal, amount: 5 }]);
		later(1.1, since);

		expect(await told('Cargo')).toEqual([]);
		expect((await typesOf('D-3')).at(-1)).toBe('1 sla.met');
	});

	it('are looked at in a moment, also of five hundred open records', async () => {
		const deals = Array.from({ length: 500 }, (_, place) => ({ id: `M-${place}`, amount: 0 }));
		await run('gate', deals);
		const runs = [...(await run('sweep'))];
		later(1.1, clock.now());
		runs.push(...(await run('sweep')), ...(await run('sweep')));

		const times = runs.map(({ runData }) => runData.Sweep?.[0]?.executionTime);
		console.info(`sweep ms over 500 open: ${times.join(', ')}`);
		const counts = runs.map((one) => [0, 1].map((output) => itemsOf(one, 'Sweep', output).length));
		expect(
			[0, 1].map((output) => counts.reduce((sum, each) => sum + (each[output] ?? 0), 0)),
		).toEqual([500, 500]);
		expect(counts.at(-1)).toEqual([0, 0]);
	});
});
