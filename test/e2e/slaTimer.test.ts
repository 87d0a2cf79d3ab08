import { join } from 'node:path';
import { importWorkflow } from '../harness/importWorkflow';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { letTimePass } from '../scenario/letTimePass';
import { movedClock } from '../support/movedClock';
import { handoffsOf, handoffWith, waitForMilestones } from './milestoneWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
const REMINDER_MINUTES = 240;
const ALLOWED_MINUTES = 480;
const LATE_MS = 60_000;

const AROUND_THE_CLOCK = Object.fromEntries(
	['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
);

describe('waiting for the milestones of a clock in a real n8n', () => {
	const clock = movedClock();
	let n8n: RunningN8n;

	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: ROOT, clock });
	}, START_MS);

	afterAll(async () => {
		await n8n?.stop();
		clock.remove();
	}, START_MS);

	it(
		'reminds, tells the breach and stops, once each, across kill -9 and a pause of the server',
		async () => {
			const { id: workflowId } = await importWorkflow(
				n8n.client,
				waitForMilestones('clock', handoffWith(ALLOWED_MINUTES, AROUND_THE_CLOCK)),
				{},
			);
			await n8n.client.publish(workflowId);
			expect((await n8n.client.callWebhook('clock', {})).status).toBe(200);
			const waits = { workflowId, status: ['waiting' as const] };
			const [waiting] = await n8n.client.waitForExecutions(waits, 1);
			const { id = '' } = waiting ?? {};

			await n8n.kill9();
			await n8n.restart();
			await letTimePass(n8n.client, clock, [id]);
			const ended = await n8n.client.readExecution(id);

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
