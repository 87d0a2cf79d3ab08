import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { importWorkflow } from '../harness/importWorkflow';
import { handoffsOf, handoffWith, waitForMilestones } from './milestoneWorkflow';
import { HOUR_MS, n8nRestartedLater, START_MS } from './restartedLater';

/** How long n8n is still off when a milestone has passed. */
const OFF_MS = HOUR_MS / 2;

/** Office hours, Monday to Friday in Berlin. */
const OFFICE = Object.fromEntries(
	['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
);
const TWO_WORKING_DAYS = 16 * 60;

describe('the milestones of working days in a real n8n', () => {
	const { n8n, waitingFor, comeBackAt } = n8nRestartedLater();

	/** Starts a handoff's clock in a workflow of its own, and gives the workflow's id. */
	async function begin(path: string, handoff: Handoff): Promise<string> {
		const workflow = waitForMilestones(path, handoff);
		const { id } = await importWorkflow(n8n().client, workflow, {});
		await n8n().client.publish(id);
		expect((await n8n().client.callWebhook(path, {})).status).toBe(200);
		return id;
	}

	it(
		'are told, once each, when n8n was killed before them and comes back after them',
		async () => {
			const workflowId = await begin('days', handoffWith(TWO_WORKING_DAYS, OFFICE));
			const [id, halfAt] = await waitingFor(workflowId, 0);
			await comeBackAt(halfAt + OFF_MS);
			const [, dueAt] = await waitingFor(workflowId, halfAt);
			await comeBackAt(dueAt + OFF_MS);
			const ended = await n8n().client.waitForExecution(id, ['success', 'error'], START_MS);

			expect(ended.status).toBe('success');
			expect(ended.error).toBeUndefined();
			expect(dueAt - halfAt).toBeGreaterThan(8 * HOUR_MS);
			const told = [1, 2].flatMap((output) => handoffsOf(ended, 'Check', output));
			expect(told.map(({ event }) => event?.type)).toEqual([
				'sla.milestoneReached',
				'sla.breached',
			]);
			const reached = told.map((handoff) => handoff.clock?.reached);
			expect(reached.map((milestone) => Date.parse(milestone?.dueAt ?? ''))).toEqual([
				halfAt,
				dueAt,
			]);
			for (const { dueAt: due = '', actualAt = '' } of reached.flatMap((one) => one ?? [])) {
				const late = Date.parse(actualAt) - Date.parse(due);
				expect(late).toBeGreaterThanOrEqual(OFF_MS);
				expect(late).toBeLessThan(OFF_MS + START_MS);
			}
			expect(handoffsOf(ended, 'Stop', 1).map((handoff) => handoff.clock?.state)).toEqual([
				'breached',
			]);
		},
		5 * START_MS,
	);
});
