import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../../harness/client';

/** Waits until so many wait, or until nothing changes any more. */
export async function untilWaiting(
	client: N8nClient,
	workflowId: string,
	{ count, withinMs }: { count: number; withinMs: number },
): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (Date.now() < deadline) {
		const waiting = await client.listAllExecutions({ workflowId, status: ['waiting'] });
		if (waiting.length >= count) return;
		await sleep(1_000);
	}
}

/** Waits until the flow is at work, ten seconds at most, and a moment longer: a fault then hits it. */
export async function untilAtWork(client: N8nClient, workflowId: string): Promise<void> {
	const deadline = Date.now() + 10_000;
	while (Date.now() < deadline) {
		const running = await client.listExecutions({ workflowId, status: ['running'] });
		if (running.length > 0) break;
		await sleep(50);
	}
	await sleep(Math.random() * 1_500);
}
