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
