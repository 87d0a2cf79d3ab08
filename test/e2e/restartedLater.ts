import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { movedClock } from '../support/movedClock';

const ROOT = join(__dirname, '..', '..');
export const START_MS = 180_000;
export const HOUR_MS = 3_600_000;
/** n8n notes a moment later that an execution waits; until then it takes a kill for its crash. */
const NOTED_MS = 2_000;

/** A real n8n for the tests of a block, which can be killed and come back at a later time. */
export function n8nRestartedLater() {
	const clock = movedClock();
	let running: RunningN8n | undefined;
	const n8n = (): RunningN8n => {
		if (running === undefined) throw new Error('n8n has not started');
		return running;
	};

	beforeAll(async () => {
		running = await startN8n({ packageFrom: ROOT, clock });
	}, START_MS);

	afterAll(async () => {
		await running?.stop();
		clock.remove();
	}, START_MS);

	return {
		n8n,

		/** The execution of a workflow once it waits for something later than `after`. */
		waitingFor: async (workflowId: string, after: number): Promise<[id: string, at: number]> => {
			const deadline = Date.now() + START_MS;
			for (;;) {
				const filter = { workflowId, status: ['waiting' as const] };
				const [found] = await n8n().client.listExecutions(filter);
				const at = Date.parse(found?.waitTill ?? '');
				if (found && at > after) return [found.id, at];
				if (Date.now() > deadline) throw new Error(`Nothing waits for later than ${after}`);
				await sleep(200);
			}
		},

		/** Kills n8n, and starts it again when its clock shows a later time. */
		comeBackAt: async (instant: number): Promise<void> => {
			await sleep(NOTED_MS);
			await n8n().kill9();
			clock.moveTo(instant);
			await n8n().restart();
		},
	};
}
