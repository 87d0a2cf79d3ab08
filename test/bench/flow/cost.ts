import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../../harness/client';

export const ROUNDS = 7;

/** What the executions of a flow have cost. */
export interface Cost {
	executions: number;
	nodeRuns: number;
	nodeMs: number;
	executionBytes: number;
}

/** Does something several times; what the executions that came of it have cost, each time. */
export async function costOfEach(
	client: N8nClient,
	workflowId: string,
	run: () => Promise<void>,
): Promise<Cost[]> {
	const costs: Cost[] = [];
	const known = new Set((await client.listAllExecutions({ workflowId })).map(({ id }) => id));
	while (costs.length < ROUNDS) {
		await run();
		const all = await client.listAllExecutions({ workflowId });
		const made = all.map(({ id }) => id).filter((id) => !known.has(id));
		for (const id of made) known.add(id);
		costs.push(await costOf(client, made));
	}
	return costs;
}

async function costOf(client: N8nClient, ids: readonly string[]): Promise<Cost> {
	const cost: Cost = { executions: 0, nodeRuns: 0, nodeMs: 0, executionBytes: 0 };
	for (const id of ids) {
		const runs = Object.values((await client.readExecution(id)).runData).flat();
		cost.executions += 1;
		cost.nodeRuns += runs.length;
		cost.nodeMs += runs.reduce((sum, { executionTime }) => sum + executionTime, 0);
		cost.executionBytes += await client.countBytes(id);
	}
	return cost;
}

/** Waits until nothing of a flow is under way. */
export async function untilStill(client: N8nClient, workflowId: string): Promise<void> {
	const filter = { workflowId, status: ['running' as const, 'new' as const] };
	while ((await client.listExecutions(filter)).length > 0) await sleep(50);
}
