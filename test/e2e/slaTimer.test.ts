import { join } from 'node:path';
import { handoffSchema } from '../../nodes/domain/envelope';
import { itemsOf, type Execution } from '../../demo/server/executions';
import { importWorkflow } from '../../demo/server/importWorkflow';
import { startN8n, type RunningN8n } from '../../demo/server/startN8n';
import type { WorkflowJson } from '../../demo/server/workflows';
import { code, webhook, type NodeJson } from './lineWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
/** n8n keeps waits of more than a minute in its database, and those are the ones that survive. */
const REMINDER_MINUTES = 1.3;
const ALLOWED_MINUTES = 2.6;
const LATE_MS = 60_000;

const AROUND_THE_CLOCK = Object.fromEntries(
	['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
);

const handoff = handoffSchema.parse({
	schema: 1,
	id: 'a'.repeat(32),
	attempt: 1,
	record: { system: 'crm', type: 'deal', id: 'D-7', title: 'Acme roll-out', url: '' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
	policy: { id: 'kick-off', name: 'Kick-off', version: '1', digest: 'd' },
	ballWith: 'receiver',
	turns: [],
	agreed: {
		acceptance: {},
		sla: { accept: { minutes: ALLOWED_MINUTES, milestones: [50, 100] } },
		calendars: { receiver: { timezone: 'Europe/Berlin', weekly: AROUND_THE_CLOCK } },
		packet: [],
		fields: [],
	},
});

const timer = (name: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: 'n8n-nodes-handoff.slaTimer',
	typeVersion: 1,
	parameters,
});

/** Start, then look, tell what is new, wait until the next milestone, and look again. */
function waitForMilestones(): WorkflowJson {
	const nodes: NodeJson[] = [
		webhook('clock'),
		code('Handoff', `return [{ json: { handoff: ${JSON.stringify(handoff)} } }];`),
		timer('Start clock', { operation: 'startClock' }),
		timer('Check', { operation: 'checkClock' }),
		code('At risk', 'return $input.all();'),
		{
			name: 'Last of them',
			type: 'n8n-nodes-base.limit',
			typeVersion: 1,
			parameters: { maxItems: 1, keep: 'lastItems' },
		},
		{
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			webhookId: 'wait-for-milestone',
			parameters: { resume: 'specificTime', dateTime: '={{ $json.handoff.clock.nextAt }}' },
		},
		timer('Stop', { operation: 'stopClock' }),
		code('Late', 'return $input.all();'),
	];
	const to = (...names: string[]) => names.map((node) => ({ node, type: 'main', index: 0 }));
	return {
		name: 'Wait for milestones',
		nodes: nodes.map((node, index) => ({ id: `n-${index}`, position: [index * 200, 0], ...node })),
		connections: {
			Start: { main: [to('Handoff')] },
			Handoff: { main: [to('Start clock')] },
			'Start clock': { main: [to('Check')] },
			Check: { main: [to('Last of them'), to('At risk'), to('Stop'), []] },
			'At risk': { main: [to('Last of them')] },
			'Last of them': { main: [to('Wait')] },
			Wait: { main: [to('Check')] },
			Stop: { main: [[], to('Late')] },
		},
	};
}

const handoffsOf = (execution: Execution, node: string, output = 0) =>
	itemsOf(execution, node, output).map(({ json }) => handoffSchema.parse(json.handoff));

describe('waiting for the milestones of a clock in a real n8n', () => {
	let n8n: RunningN8n;

	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: ROOT });
	}, START_MS);

	afterAll(async () => await n8n?.stop(), START_MS);

	it(
		'reminds, tells the breach and stops, once each, across kill -9 and a pause of the server',
		async () => {
			const { id: workflowId } = await importWorkflow(n8n.client, waitForMilestones(), {});
			await n8n.client.publish(workflowId);
			expect((await n8n.client.callWebhook('clock', {})).status).toBe(200);
			const waits = { workflowId, status: ['waiting' as const] };
			const [waiting] = await n8n.client.waitForExecutions(waits, 1);
			const { id = '' } = waiting ?? {};

			await n8n.kill9();
			await n8n.restart();
			const ended = await n8n.client.waitForExecution(id, ['success', 'error'], 5 * LATE_MS);

			expect(ended.error).toBeUndefined();
			expect(ended.status).toBe('success');
			const reminders = handoffsOf(ended, 'Check', 1);
			const breaches = handoffsOf(ended, 'Check', 2);
			expect(reminders.map(({ event }) => event?.type)).toEqual(['sla.milestoneReached']);
			expect(breaches.map(({ event }) => event?.type)).toEqual(['sla.breached']);
			expect(handoffsOf(ended, 'Stop', 1).map(({ clock }) => clock?.state)).toEqual(['breached']);

			const [start] = handoffsOf(ended, 'Start clock');
			const startedAt = Date.parse(start?.clock?.startedAt ?? '');
			for (const [{ clock } = {}, minutes] of [
				[reminders[0], REMINDER_MINUTES],
				[breaches[0], ALLOWED_MINUTES],
			] as const) {
				const dueAt = Date.parse(clock?.reached?.dueAt ?? '');
				const late = Date.parse(clock?.reached?.actualAt ?? '') - dueAt;
				expect(dueAt - startedAt).toBe(minutes * 60_000);
				expect(late).toBeGreaterThanOrEqual(0);
				expect(late).toBeLessThan(LATE_MS);
			}
		},
		3 * START_MS,
	);
});
