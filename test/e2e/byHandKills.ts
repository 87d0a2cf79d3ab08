import { z } from 'zod';
import type { RunningN8n } from '../harness/startN8n';

const STARTED_WITHIN_MS = 60_000;

/** Looks without a pause, so that what follows happens in the very moment. */
export async function atOnceWhen(what: string, holds: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + STARTED_WITHIN_MS;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`${what}: not within a minute`);
	}
}

/** Kills n8n as a power cut would, starts it again, and tells which executions it gave up. */
export async function killAndRestart(n8n: RunningN8n, workflowId: string): Promise<string[]> {
	const crashed = async () => await n8n.client.listExecutions({ workflowId, status: ['crashed'] });
	const before = new Set((await crashed()).map(({ id }) => id));
	await n8n.kill9();
	await n8n.restart();
	await untilNoneRuns(n8n, workflowId);
	const all = await crashed();
	return all.flatMap(({ id, mode }) => (before.has(id) || mode === 'integrated' ? [] : [id]));
}

/** n8n finds out after its start which executions died. */
async function untilNoneRuns({ client }: RunningN8n, workflowId: string): Promise<void> {
	const deadline = Date.now() + STARTED_WITHIN_MS;
	for (;;) {
		const running = await client.listExecutions({ workflowId, status: ['running', 'new'] });
		if (running.length === 0) return;
		if (Date.now() > deadline) throw new Error('an execution is still running after a minute');
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** What the button “Retry” of n8n does with a crashed execution. */
export async function retry({ client }: RunningN8n, executionId: string): Promise<void> {
	const path = `/executions/${executionId}/retry`;
	const body = { loadWorkflow: false };
	const { id } = await client.call(z.object({ id: z.string() }), { method: 'POST', path, body });
	await client.waitForExecution(id, ['waiting', 'success', 'error'], STARTED_WITHIN_MS);
}
