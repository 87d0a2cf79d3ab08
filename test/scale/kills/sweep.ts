import { z } from 'zod';
import { itemsOf, type ExecutionFilter, type ExecutionSummary } from '../../harness/executions';
import type { RunningN8n } from '../../harness/startN8n';

/**
 * When n8n starts, it also marks what it has itself gone on with a moment before, since its time had
 * come, and takes the mark back when that waits again: what is retried meanwhile would happen twice.
 */
const LEAVE_MS = 15_000;

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
	send: (id: string) => Promise<void>,
): Sweep {
	const recordOf = new Map<string, string>();
	const done = new Set<string>();
	const crashedSince = new Map<string, number>();
	const isLeftAlone = ({ id }: ExecutionSummary): boolean => {
		const since = crashedSince.get(id) ?? Date.now();
		crashedSince.set(id, since);
		return Date.now() - since < LEAVE_MS;
	};
	let sentAgain = 0;
	/** While a node keeps its ledger, its inner run is listed as well, and a kill may leave it behind. */
	const flowsOwn = async (filter: ExecutionFilter = {}) =>
		(await client.listAllExecutions(filter)).filter(({ mode }) => mode !== 'integrated');
	const retry = async ({ id }: ExecutionSummary) => {
		done.add(id);
		const path = `/executions/${id}/retry`;
		await client
			.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } })
			.catch(() => undefined);
	};
	const look = async (executions: ExecutionSummary[]) => {
		for (const { id, status } of executions) {
			if (recordOf.has(id) || status === 'new') continue;
			const [start] = itemsOf(await client.readExecution(id), 'Start');
			const body = bodySchema.safeParse(start?.json);
			if (body.success) recordOf.set(id, body.data.body.deal.id);
		}
	};
	return {
		retried: () => done.size,
		sentAgain: () => sentAgain,
		sweep: async (ids) => {
			const crashed = await flowsOwn({ status: ['crashed', 'error'] });
			const open = crashed.filter((one) => !done.has(one.id) && !isLeftAlone(one));
			for (const one of open) await retry(one);
			await look(await flowsOwn());
			const known = new Set(recordOf.values());
			for (const id of ids.filter((one) => !known.has(one))) {
				sentAgain += 1;
				await send(id);
			}
		},
	};
}

const bodySchema = z.object({
	body: z.object({ deal: z.object({ id: z.string() }) }),
});
