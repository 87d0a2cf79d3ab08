import { z } from 'zod';
import { itemsOf, type ExecutionSummary } from '../../harness/executions';
import type { RunningN8n } from '../../harness/startN8n';

export interface Sweep {
	/** Retries what crashed, and hands over again what never started. */
	sweep(ids: readonly string[]): Promise<void>;
	/** How many executions were retried. */
	retried(): number;
	/** How many handoffs were handed over again, because n8n knew nothing of them. */
	sentAgain(): number;
}

/**
 * What an operator, or a flow on a schedule, does after a crash: n8n does not go on by itself with
 * executions that were running.
 */
export function sweepOf(
	{ client }: Pick<RunningN8n, 'client'>,
	workflowId: string,
	send: (id: string) => Promise<void>,
): Sweep {
	const handoffOf = new Map<string, string>();
	const done = new Set<string>();
	let sentAgain = 0;
	const retry = async ({ id }: ExecutionSummary) => {
		done.add(id);
		const path = `/executions/${id}/retry`;
		await client
			.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } })
			.catch(() => undefined);
	};
	const look = async (executions: ExecutionSummary[]) => {
		for (const { id, status } of executions) {
			if (handoffOf.has(id) || status === 'new') continue;
			const [start] = itemsOf(await client.readExecution(id), 'Start');
			const body = bodySchema.safeParse(start?.json);
			if (body.success) handoffOf.set(id, body.data.body.handoff.id);
		}
	};
	return {
		retried: () => done.size,
		sentAgain: () => sentAgain,
		sweep: async (ids) => {
			const crashed = await client.listAllExecutions({ workflowId, status: ['crashed', 'error'] });
			for (const one of crashed.filter(({ id }) => !done.has(id))) await retry(one);
			await look(await client.listAllExecutions({ workflowId }));
			const known = new Set(handoffOf.values());
			for (const id of ids.filter((one) => !known.has(one))) {
				sentAgain += 1;
				await send(id);
			}
		},
	};
}

const bodySchema = z.object({
	body: z.object({ handoff: z.object({ id: z.string() }).passthrough() }).passthrough(),
});
