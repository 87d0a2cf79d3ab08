import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Handoff } from '../../nodes/domain/envelope';
import { importWorkflow } from '../../demo/server/importWorkflow';
import { startN8n, type RunningN8n } from '../../demo/server/startN8n';
import { movedClock } from '../support/movedClock';
import { handoffsOf, handoffWith, waitForMilestones } from './milestoneWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
const HOUR_MS = 3_600_000;
/** How long n8n is still off when a milestone has passed. */
const OFF_MS = HOUR_MS / 2;

/** Office hours, Monday to Friday in Berlin. */
const OFFICE = Object.fromEntries(
	['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
);
const TWO_WORKING_DAYS = 16 * 60;
/** n8n notes a moment later that an execution waits; until then it takes a kill for its crash. */
const NOTED_MS = 2_000;

describe('the milestones of working days in a real n8n', () => {
	const clock = movedClock();
	let n8n: RunningN8n;

	beforeAll(async () => {
		// The other engine of expressions has a clock of its own, which nothing moves.
		const env = { ...clock.env, N8N_EXPRESSION_ENGINE: 'legacy' };
		n8n = await startN8n({ packageFrom: ROOT, env });
	}, START_MS);

	afterAll(async () => {
		await n8n?.stop();
		clock.remove();
	}, START_MS);

	/** Starts a handoff's clock in a workflow of its own, and gives the workflow's id. */
	async function begin(path: string, handoff: Handoff): Promise<string> {
		const workflow = waitForMilestones(path, handoff);
		const { id } = await importWorkflow(n8n.client, workflow, {});
		await n8n.client.publish(id);
		expect((await n8n.client.callWebhook(path, {})).status).toBe(200);
		return id;
	}

	/** The execution of a workflow once it waits for something later than `after`. */
	async function waitingFor(workflowId: string, after: number): Promise<[id: string, at: number]> {
		const deadline = Date.now() + START_MS;
		for (;;) {
			const [found] = await n8n.client.listExecutions({ workflowId, status: ['waiting'] });
			const at = Date.parse(found?.waitTill ?? '');
			if (found && at > after) return [found.id, at];
			if (Date.now() > deadline) throw new Error(`Nothing waits for later than ${after}`);
			await sleep(200);
		}
	}

	/** Kills n8n, and starts it again when its clock shows a later time. */
	async function comeBackAt(instant: number): Promise<void> {
		await sleep(NOTED_MS);
		await n8n.kill9();
		clock.moveTo(instant);
		await n8n.restart();
	}

	it(
		'are told, once each, when n8n was killed before them and comes back after them',
		async () => {
			const workflowId = await begin('days', handoffWith(TWO_WORKING_DAYS, OFFICE));
			const [id, halfAt] = await waitingFor(workflowId, 0);
			await comeBackAt(halfAt + OFF_MS);
			const [, dueAt] = await waitingFor(workflowId, halfAt);
			await comeBackAt(dueAt + OFF_MS);
			const ended = await n8n.client.waitForExecution(id, ['success', 'error'], START_MS);

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
