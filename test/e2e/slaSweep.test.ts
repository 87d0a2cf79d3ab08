import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { everyDay } from '../domain/time/calendars';
import type { Flow } from '../scenario/flow';
import { openOffice, type Office } from '../scenario/openOffice';
import { SELLER } from '../scenario/studio';
import { movedClock } from '../support/movedClock';
import { line, webhook } from './lineWorkflow';
import { until } from './templateRuns/run';

jest.setTimeout(400_000);

/** Four hours to fix what is missing; the first word after half of it. */
const FIX_MS = 4 * 3_600_000;
/** Nobody in Slack: what is late goes to the channel for it. */
const BOSS = { name: 'Lee', email: 'lee@nowhere.example' };
const POLICY = {
	id: 'won-deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', email: SELLER.email },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	sla: { fix: { minutes: FIX_MS / 60_000, milestones: [50, 100], escalateTo: [BOSS] } },
	calendars: { sender: { timezone: 'UTC', weekly: everyDay(['00:00', '24:00']) } },
};
const TEMPLATE = join(__dirname, '..', '..', 'templates', 'sla-sweep.json');
const workflowSchema = z
	.object({ nodes: z.array(z.unknown()), connections: z.record(z.unknown()) })
	.passthrough();

/**
 * The template with seconds in the place of minutes, and with a webhook beside its schedule: what
 * somebody starts in the editor is a test, with a ledger of its own.
 */
function runnable(template: string): string {
	const { nodes, connections, ...workflow } = workflowSchema.parse(
		JSON.parse(template.replace('[2,5,15,60]', '[0.05,5,15,60]')),
	);
	const now = { ...webhook('sweep'), id: 'now', position: [0, 200] };
	return JSON.stringify({
		...workflow,
		nodes: [...nodes, now],
		connections: { ...connections, [now.name]: connections['Every minute'] },
	});
}

const GATE = {
	name: 'Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		policy: JSON.stringify(POLICY),
		record: '={{ $json.body }}',
	},
};

const clock = movedClock();
let office: Office;
let sweep: Flow;
let gate: string;
beforeAll(async () => {
	office = await openOffice({ clock });
	const { client } = office.n8n;
	({ id: gate } = await client.createWorkflow(line('won-deals', [webhook('won-deals'), GATE])));
	await client.publish(gate);
	sweep = await office.install(runnable(readFileSync(TEMPLATE, 'utf8')));
});
afterAll(async () => {
	await office?.close();
	clock.remove();
});

/** The time to fix what is missing passes. */
const passTime = () => clock.moveTo(clock.now() + FIX_MS);
/** Runs the sweep so many times at the same moment, besides its schedule. */
async function sweepNow(times = 1): Promise<void> {
	const { client } = office.n8n;
	const called = async () =>
		(await client.listAllExecutions({ workflowId: sweep.workflowId })).filter(
			({ mode }) => mode === 'webhook',
		).length;
	const before = await called();
	await Promise.all(Array.from({ length: times }, () => client.callWebhook('sweep', {})));
	await until('the runs', async () => (await called()) >= before + times);
	await sweep.untilQuiet();
}
const alertsAbout = (name: string) =>
	office.standins.slack
		.messages()
		.filter(({ text }) => text.includes(name) && /^(Due soon|Overdue)/.test(text))
		.map(({ to, text }) => `${to} ${text}`);
const told = (name: string) => [
	`${SELLER.email} Due soon: “${name}” (fix)`,
	`handoffs-late Overdue: “${name}” (fix)`,
];
const clockRowsOf = async (name: string) =>
	(await office.n8n.client.readDataTable('handoff_ledger'))
		.filter(({ recordId, type }) => recordId === name && String(type).startsWith('sla.'))
		.map(({ type }) => type);

/** Lets the gate look at a deal; without an amount it goes back to the seller, whose clock starts. */
async function judge(name: string, amount?: number): Promise<void> {
	const { client } = office.n8n;
	const ended = { workflowId: gate, status: ['success' as const] };
	const before = (await client.listExecutions(ended)).length;
	await client.callWebhook('won-deals', { id: name, name, amount });
	await client.waitForExecutions(ended, before + 1);
}

describe('the sweep over open handoffs', () => {
	it('tells each milestone once, what is due before what is late, although runs overlap', async () => {
		const name = 'Sweep for Alpha';
		await judge(name);
		passTime();

		await sweepNow(3);
		await sweepNow();

		expect(alertsAbout(name)).toEqual(told(name));
		expect(await clockRowsOf(name)).toEqual([
			'sla.started',
			'sla.milestoneReached',
			'sla.breached',
		]);
	});

	it('tries again with what Slack did not take, and with nothing else', async () => {
		const name = 'Sweep for Bravo';
		await judge(name);
		passTime();
		office.standins.slack.failNext(1, { status: 500, match: /postMessage/, about: /Due soon/ });

		await sweepNow();

		expect(alertsAbout(name).sort()).toEqual(told(name).sort());
	});

	it('tells nothing about what was fixed in time', async () => {
		const name = 'Sweep for Charlie';
		await judge(name);
		await judge(name, 12_000);
		passTime();

		await sweepNow();

		expect(await clockRowsOf(name)).toEqual(['sla.started', 'sla.met']);
		expect(alertsAbout(name)).toEqual([]);
	});

	it('tells by a retry what a run was telling that was killed, and later runs go on', async () => {
		const { n8n, standins } = office;
		const [killed, later] = ['Sweep for Delta', 'Sweep for Echo'];
		await judge(killed);
		standins.slack.failNext(50, { status: 'slow', delayMs: 600_000, match: /postMessage/ });
		passTime();
		await n8n.client.callWebhook('sweep', {});
		await until('the breach', async () => (await clockRowsOf(killed)).length === 3, 120_000);
		await until('a message that is held up', () => standins.slack.heldUp() > 0);
		await n8n.kill9();
		standins.slack.clearFaults();
		await n8n.restart();
		await judge(later);
		passTime();
		await sweepNow();
		expect(alertsAbout(later)).toEqual(told(later));
		expect(alertsAbout(killed)).toEqual([]);

		const ended = { workflowId: sweep.workflowId, status: ['crashed' as const] };
		const crashed = await n8n.client.waitForExecutions(ended, 1, 60_000);
		const ours = crashed.find(({ mode }) => mode !== 'integrated');
		const path = `/executions/${ours?.id}/retry`;
		await n8n.client.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } });
		await until('the messages', () => alertsAbout(killed).length === 2);

		expect(alertsAbout(killed)).toEqual(told(killed));
		expect(alertsAbout(later)).toEqual(told(later));
	});
});
