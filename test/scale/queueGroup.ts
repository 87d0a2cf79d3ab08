import { startStandins } from '../fakes/standins';
import { plain, type Figure } from './figures';
import { startCluster, type Cluster, type Part } from './queue/cluster';
import { importFlagship } from './queue/flagship';
import { installServices, startPostgres, startRedis, type Service } from './queue/services';
import { countEnd } from './queue/countEnd';
import { importRetries } from './queue/retries';
import { settle } from './queue/settle';
import { teamOf, type Team } from './queue/team';
import { untilAtWork, untilWaiting } from './queue/flowAtWork';
import type { Settings } from './settings';
import { CLAIM_HOLDS_MS } from '../../nodes/domain/life/claims';
import { composeRetryCrashed } from '../../templates/builder/operations/retryCrashed';

export interface QueueSize {
	handoffs: number;
	/** How many are handed over at a time. */
	atOnce: number;
	/** How long the end may take after the last fault, in milliseconds. */
	settleWithinMs: number;
	/** Whether each part is killed or restarted in turn; so it is unless it says false. */
	faults?: boolean;
}

/** Claims run out, and what n8n gave up is retried, in less time. */
const REST_MS = CLAIM_HOLDS_MS + 10 * 60_000;

interface Stage {
	cluster: Cluster;
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
		});
		say('main, two workers and a webhook processor are ready');
		const { client } = cluster;
		const { workflowId, lookPath } = await importFlagship(client, standins);
		const retries = await importRetries({ client, url: cluster.main.url }, composeRetryCrashed());
		await client.publish(retries);
		const team = teamOf({ client, standins, lookPath, atOnce: size.atOnce });
		const stage = { cluster, team, workflowId, redis, postgres };
		return await walkThrough(stage, size, say);
	} finally {
		await cluster?.stop();
		await Promise.all([redis.stop(), postgres.stop(), standins.stop()]);
	}
}

async function walkThrough(
	stage: Stage,
	{ handoffs, atOnce, settleWithinMs, faults = true }: QueueSize,
	say: (line: string) => void,
): Promise<Figure[]> {
	const { cluster, team, workflowId, postgres } = stage;
	const { main, webhook, workers, client } = cluster;
	const both = [main.url, webhook.url];
	const half = Math.ceil(handoffs / 2);
	const startedAt = Date.now();

	const first = await team.handOver(half, both);
	await untilWaiting(client, workflowId, { count: half, withinMs: settleWithinMs });
	const waiting = (await client.listAllExecutions({ workflowId, status: ['waiting'] })).length;
	const askedAfterMs = Date.now() - startedAt;
	say(`${waiting} handoffs wait`);

	const handedOver = team.handOver(handoffs - half, both);
	await untilAtWork(client, workflowId);
	if (faults && workers[0] !== undefined) await crash(workers[0], say);
	const deals = [...first, ...(await handedOver)];
	const inTurn = faults ? faultsOf(stage, say) : [];
	const share = half / inTurn.length;
	for (const [index, fault] of inTurn.entries()) {
		const decided = team.accept(first.slice(index * share, (index + 1) * share), both);
		await untilAtWork(client, workflowId);
		await fault();
		await decided;
	}
	const { failed, ranOut } = await settle({ cluster, team, workflowId, postgres }, deals, {
		withinMs: settleWithinMs,
		restMs: REST_MS,
		say,
	});
	const seconds = (Date.now() - startedAt) / 1_000;
	const ended = await client.listAllExecutions({ workflowId });
	const retried = ended.filter(({ mode }) => mode === 'retry').length - failed;
	return [
		...(await countEnd(team, deals, ranOut)),
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
		plain('ranOut', ranOut.size, 'died with a worker and went on when their time was up'),
	];
}

const faultsOf = (
	{ cluster: { main, webhook, workers }, redis, postgres }: Stage,
	say: (line: string) => void,
): Array<() => Promise<void>> => [
	() => (workers[1] === undefined ? Promise.resolve() : crash(workers[1], say)),
	() => crash(webhook, say),
	() => crash(main, say),
	() => redis.restart().then(() => say('Redis was restarted')),
	() => postgres.restart().then(() => say('PostgreSQL was restarted')),
];

async function crash(part: Part, say: (line: string) => void): Promise<void> {
	await part.kill9();
	say(`the ${part.name} was killed`);
	await part.start();
}
