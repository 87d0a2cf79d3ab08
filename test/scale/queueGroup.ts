import { setTimeout as sleep } from 'node:timers/promises';
import { startStandins, type Standins } from '../fakes/standins';
import { plain, type Figure } from './figures';
import { startCluster, type Cluster, type Part } from './queue/cluster';
import { importFlagship, makeDeals } from './queue/flagship';
import { installServices, startPostgres, startRedis, type Service } from './queue/services';
import { countEnd } from './queue/countEnd';
import { importRetries } from './queue/retries';
import { settle } from './queue/settle';
import { teamOf, type Team } from './queue/team';
import { untilWaiting } from './queue/untilWaiting';
import type { Settings } from './settings';
import { CLAIM_HOLDS_MS } from '../../templates/builder/ledger/claims';
import { composeRetryCrashed } from '../../templates/builder/operations/retryCrashed';

export interface QueueSize {
	handoffs: number;
	/** How many are handed over at a time. */
	atOnce: number;
	/** How long the end may take after the last fault, in milliseconds. */
	settleWithinMs: number;
	/** How long an execution that died keeps others away from its deal, in milliseconds. */
	claimHoldsMs?: number;
	/**
	 * How long an execution that n8n gave up is left alone before it is retried, and how far the
	 * searches are apart that ask again about what cannot be retried.
	 */
	leaveMinutes?: number;
	/** n8n settings that differ from the usual ones. */
	env?: Record<string, string>;
}

interface Stage {
	cluster: Cluster;
	standins: Standins;
	team: Team;
	workflowId: string;
	redis: Service;
	postgres: Service;
}

/** `npm run test:scale -- queue [--handoffs=2000] [--at-once=50]` */
export const measureQueue = (settings: Settings): Promise<Figure[]> =>
	runQueue(
		{
			handoffs: settings.number('handoffs', 2_000),
			atOnce: settings.number('at-once', 50),
			settleWithinMs: settings.number('settle-minutes', 60) * 60_000,
		},
		(line) => console.log(line),
	);

/**
 * The flagship template in queue mode while each part of it is killed or restarted in turn: half of
 * the handoffs wait at once, and at the end everything is counted from ledger and stand-ins.
 */
export async function runQueue(size: QueueSize, say: (line: string) => void): Promise<Figure[]> {
	installServices();
	const [redis, postgres] = [await startRedis(), await startPostgres()];
	const standins = await startStandins();
	let cluster: Cluster | undefined;
	try {
		cluster = await startCluster({
			redis,
			postgres,
			vendors: standins.environment(),
			env: size.env,
		});
		say('main, two workers and a webhook processor are ready');
		const { claimHoldsMs, leaveMinutes } = size;
		const workflowId = await importFlagship(cluster.client, standins, claimHoldsMs, leaveMinutes);
		const retries = await importRetries(
			{ client: cluster.client, url: cluster.main.url },
			composeRetryCrashed(),
			leaveMinutes,
		);
		await cluster.client.publish(retries);
		const team = teamOf(cluster.client, standins, size.atOnce);
		const stage = { cluster, standins, team, workflowId, redis, postgres };
		return await walkThrough(stage, size, say);
	} finally {
		await cluster?.stop();
		await Promise.all([redis.stop(), postgres.stop(), standins.stop()]);
	}
}

async function walkThrough(
	stage: Stage,
	{ handoffs, atOnce, settleWithinMs, claimHoldsMs = CLAIM_HOLDS_MS }: QueueSize,
	say: (line: string) => void,
): Promise<Figure[]> {
	const { cluster, standins, team, workflowId, redis, postgres } = stage;
	const { main, webhook, workers, client } = cluster;
	const both = [main.url, webhook.url];
	const deals = makeDeals(standins, handoffs);
	const half = Math.ceil(handoffs / 2);
	const [first, second] = [deals.slice(0, half), deals.slice(half)];
	const startedAt = Date.now();

	// The first deal alone: it makes the tables.
	await team.handOver(first.slice(0, 1), [webhook.url]);
	await client.waitForExecutions({ workflowId, status: ['waiting'] }, 1, 240_000);
	await team.handOver(first.slice(1), [webhook.url]);
	await untilWaiting(client, workflowId, { count: half, withinMs: settleWithinMs });
	const waiting = (await client.listAllExecutions({ workflowId, status: ['waiting'] })).length;
	const askedAfterMs = Date.now() - startedAt;
	say(`${waiting} handoffs wait`);

	const handedOver = team.handOver(second, [webhook.url]);
	if (workers[0] !== undefined) await crash(workers[0], say);
	await handedOver;
	const faults = [
		() => (workers[1] === undefined ? Promise.resolve() : crash(workers[1], say)),
		() => crash(webhook, say),
		() => crash(main, say),
		() => redis.restart().then(() => say('Redis was restarted')),
		() => postgres.restart().then(() => say('PostgreSQL was restarted')),
	];
	const share = half / faults.length;
	for (const [index, fault] of faults.entries()) {
		const decided = team.accept(first.slice(index * share, (index + 1) * share), both);
		await sleep(500);
		await fault();
		await decided;
	}
	const { failed, handedOverAgain } = await settle({ cluster, team, workflowId }, deals, {
		withinMs: settleWithinMs,
		claimHoldsMs,
		say,
	});
	const seconds = (Date.now() - startedAt) / 1_000;
	const ended = await client.listAllExecutions({ workflowId });
	const retried = ended.filter(({ mode }) => mode === 'retry').length - failed;
	return [
		...(await countEnd(team, deals)),
		{
			key: 'waitingAtOnce',
			value: waiting,
			meaning: 'handoffs that waited at the same time',
			holds: waiting >= half,
			wanted: `at least ${half}`,
		},
		plain('atOnce', atOnce, 'handed over and decided at a time'),
		plain('askedPerSecond', Number(((half / askedAfterMs) * 1_000).toFixed(2)), 'until asked'),
		plain('seconds', Math.round(seconds), 'from the first to the last'),
		plain('retried', retried, 'executions that n8n gave up, retried by the template'),
		plain('failed', failed, 'executions that failed in a node, retried by hand'),
		plain('handedOverAgain', handedOverAgain, 'deals that the source handed over again'),
	];
}

async function crash(part: Part, say: (line: string) => void): Promise<void> {
	await part.kill9();
	say(`the ${part.name} was killed`);
	await part.start();
}
