import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { passTime } from './passTime';
import { retryFailed } from './retryFailed';
import type { Service } from './services';
import type { Team } from './team';
import { findUnfinished, type Unfinished } from './unfinished';

/** A person who got no answer tries again after so long. */
const ANSWERED_AGAIN_MS = 60_000;
const LOOKED_AGAIN_MS = 15_000;
const TOLD_EVERY_MS = 120_000;
const TAKEN_AT_A_TIME = 20;

export interface Settling {
	withinMs: number;
	/** How long nothing may happen about a deal until its time passes, in milliseconds. */
	restMs: number;
	say(line: string): void;
}

export interface Around {
	cluster: Cluster;
	team: Team;
	workflowId: string;
	postgres: Service;
}

export interface Settled {
	/** How many executions failed in a node and were retried. */
	failed: number;
	/** Deals whose claims and questions came to the end of their time, since nobody went on with them. */
	ranOut: Set<string>;
}

/**
 * What goes on after faults until everything is done or the time is up: supervisors start what has
 * ended, operations retry once what failed in a node, the flow looks for deals again, and people
 * answer what they were asked. What n8n gave up is the matter of a template.
 */
export async function settle(
	around: Around,
	deals: readonly string[],
	{ withinMs, restMs, say }: Settling,
): Promise<Settled> {
	const { cluster, team, workflowId } = around;
	const retries = { seen: new Set<string>(), retried: new Set<string>() };
	const times = new Map<string, number>();
	const ranOut = new Set<string>();
	const urls = [cluster.main.url, cluster.webhook.url];
	const rests = restWatch(restMs);
	const goOn = async (): Promise<boolean> => {
		for (const part of [cluster.main, cluster.webhook, ...cluster.workers]) await part.ensure();
		await retryFailed(cluster.client, workflowId, retries);
		const left = await findUnfinished(team, deals);
		const { unasked, undecided, untasked } = left;
		if (unasked.length + undecided.length + untasked.length === 0) return true;
		if (longAgo(times, 'told', TOLD_EVERY_MS)) say(describe(left));
		await team.accept(
			undecided.filter((id) => longAgo(times, id, ANSWERED_AGAIN_MS)),
			urls,
		);
		const underWay = await cluster.client.listAllExecutions({
			workflowId,
			status: ['new', 'running'],
		});
		// What still stands in the queue comes on by itself; more of the same would hold it up.
		if (underWay.length > TAKEN_AT_A_TIME) return false;
		const lost = underWay.length > 0 ? [] : rests(await stuckIn(around, left));
		if (lost.length > 0) {
			passTime(around.postgres, lost);
			for (const id of lost) ranOut.add(id);
			say(`time passes for ${lost.join(', ')}`);
		}
		if (longAgo(times, 'looked', lost.length > 0 ? 0 : LOOKED_AGAIN_MS)) await team.look(urls);
		return false;
	};
	const startedAt = Date.now();
	while (Date.now() < startedAt + withinMs) {
		// Right after a fault n8n may not answer yet.
		if (await goOn().catch(() => false)) break;
		await sleep(3_000);
	}
	return { failed: retries.retried.size, ranOut };
}

const describe = ({ unasked, undecided, untasked }: Unfinished): string =>
	`left: ${unasked.length} to ask, ${undecided.length} to decide, ${untasked.length} to make a task of`;

/** Whether this was so long ago; if so, it is noted as done now. */
function longAgo(times: Map<string, number>, id: string, ms: number): boolean {
	if (Date.now() - (times.get(id) ?? 0) < ms) return false;
	times.set(id, Date.now());
	return true;
}

/** What nobody is about any more, with where each deal is stuck: a question that still waits is not. */
async function stuckIn(
	{ cluster, team, workflowId }: Around,
	{ unasked, undecided, untasked }: Unfinished,
): Promise<Map<string, string>> {
	const waiting = await cluster.client.listAllExecutions({ workflowId, status: ['waiting'] });
	const alive = new Set(waiting.map(({ id }) => id));
	const links = team.links(undecided);
	const asks = (id: string) => /webhook-waiting\/(\d+)/.exec(links.get(id)?.at(-1) ?? '')?.[1];
	return new Map([
		...unasked.map((id) => [id, 'unasked'] as const),
		...undecided.filter((id) => !alive.has(asks(id) ?? '')).map((id) => [id, 'asked'] as const),
		...untasked.map((id) => [id, 'accepted'] as const),
	]);
}

/** Tells which deals have been stuck at the same place for so long. */
function restWatch(restMs: number): (stuck: ReadonlyMap<string, string>) => string[] {
	const since = new Map<string, number>();
	return (stuck) => {
		const keys = new Map([...stuck].map(([id, at]) => [`${id} ${at}`, id]));
		for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
		return [...keys].flatMap(([key, id]) => {
			const from = since.get(key) ?? Date.now();
			since.set(key, from);
			if (Date.now() - from < restMs) return [];
			since.delete(key);
			return [id];
		});
	};
}
