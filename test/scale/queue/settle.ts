import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { N8nClient } from '../../harness/client';
import type { Cluster } from './cluster';
import type { Team } from './team';

/** The source hands over again when the claim of the execution that died has run out. */
const AFTER_CLAIM_MS = 10_000;

/** A person who got no answer tries again after so long. */
const ANSWERED_AGAIN_MS = 60_000;
const TOLD_EVERY_MS = 120_000;
const TAKEN_AT_A_TIME = 20;

export interface Unfinished {
	/** Deals about which nobody was asked. */
	unasked: string[];
	/** Deals that were put before the receiver, who has not decided. */
	undecided: string[];
	/** Deals that were accepted and have no task. */
	untasked: string[];
}

export interface Settling {
	withinMs: number;
	/** How long an execution that died keeps others away from its deal, in milliseconds. */
	claimHoldsMs: number;
	say(line: string): void;
}

/** What is left to be done, by ledger and stand-ins. */
export async function findUnfinished(team: Team, deals: readonly string[]): Promise<Unfinished> {
	const steps = await team.steps(deals);
	const tasks = team.tasks(deals);
	const has = (id: string, type: string) => steps.get(id)?.includes(type) ?? false;
	return {
		unasked: deals.filter((id) => !has(id, 'handoff.requested') && !has(id, 'handoff.accepted')),
		undecided: deals.filter((id) => has(id, 'handoff.requested') && !has(id, 'handoff.accepted')),
		untasked: deals.filter((id) => has(id, 'handoff.accepted') && tasks.get(id) === 0),
	};
}

/**
 * What goes on after faults until everything is done or the time is up: supervisors start what has
 * ended, operations retry once what failed in a node, the source hands over again what has not come
 * on, and people answer what they were asked. What n8n gave up is the matter of a template.
 *
 * @returns how many failures were retried and how many deals handed over again
 */
export async function settle(
	{ cluster, team, workflowId }: { cluster: Cluster; team: Team; workflowId: string },
	deals: readonly string[],
	{ withinMs, claimHoldsMs, say }: Settling,
): Promise<{ failed: number; handedOverAgain: number }> {
	const [seen, retried] = [new Set<string>(), new Set<string>()];
	const handedOver = new Map<string, number>();
	const answered = new Map<string, number>();
	const startedAt = Date.now();
	const urls = [cluster.main.url, cluster.webhook.url];
	const goOn = async (): Promise<boolean> => {
		for (const part of [cluster.main, cluster.webhook, ...cluster.workers]) await part.ensure();
		await retryFailed(cluster.client, workflowId, { seen, retried });
		const { unasked, undecided, untasked } = await findUnfinished(team, deals);
		if (unasked.length + undecided.length + untasked.length === 0) return true;
		if (longAgo(answered, 'told', TOLD_EVERY_MS)) {
			const left = [unasked, undecided, untasked].map(({ length }) => length);
			say(`left: ${left[0]} to ask, ${left[1]} to decide, ${left[2]} to make a task of`);
		}
		await team.accept(
			undecided.filter((id) => longAgo(answered, id, ANSWERED_AGAIN_MS)),
			urls,
		);
		// What still stands in the queue comes on by itself; more of the same would hold it up.
		if (await isBusy(cluster.client, workflowId)) return false;
		const due = [...unasked, ...untasked].filter(
			(id) => Date.now() - (handedOver.get(id) ?? startedAt) > claimHoldsMs + AFTER_CLAIM_MS,
		);
		for (const id of due) handedOver.set(id, Date.now());
		await team.handOver(due, [cluster.webhook.url]);
		return false;
	};
	while (Date.now() < startedAt + withinMs) {
		// Right after a fault n8n may not answer yet.
		if (await goOn().catch(() => false)) break;
		await sleep(3_000);
	}
	return { failed: retried.size, handedOverAgain: handedOver.size };
}

/** Whether this was so long ago; if so, it is noted as done now. */
function longAgo(times: Map<string, number>, id: string, ms: number): boolean {
	if (Date.now() - (times.get(id) ?? 0) < ms) return false;
	times.set(id, Date.now());
	return true;
}

/** Whether more executions are under way than two workers take at a time. */
async function isBusy(client: N8nClient, workflowId: string): Promise<boolean> {
	const underWay = await client.listAllExecutions({ workflowId, status: ['new', 'running'] });
	return underWay.length > TAKEN_AT_A_TIME;
}

async function retryFailed(
	client: N8nClient,
	workflowId: string,
	{ seen, retried }: Record<'seen' | 'retried', Set<string>>,
): Promise<void> {
	const ended = await client.listAllExecutions({ workflowId, status: ['error'] });
	for (const { id } of ended.filter((one) => !seen.has(one.id))) {
		seen.add(id);
		// Of what n8n has written over nothing is left to retry.
		if (Object.keys((await client.readExecution(id)).runData).length === 0) continue;
		retried.add(id);
		const path = `/executions/${id}/retry`;
		// The answer comes when the execution waits or ends; nobody has to stand by.
		void client
			.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } })
			.catch(() => undefined);
	}
}
