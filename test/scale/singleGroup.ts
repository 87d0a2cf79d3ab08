import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { startStandins } from '../fakes/standins';
import { measureFlow } from '../bench/flowGroup';
import { plain, type Figure } from './figures';
import { countEnd } from './queue/countEnd';
import { importFlagship } from './queue/flagship';
import { teamOf, type Team } from './queue/team';
import type { Settings } from './settings';

const PACKAGE = join(__dirname, '..', '..');
const SAMPLE_EVERY_MS = 5_000;
/** What steady load may add to the memory between its second fifth and its last. */
const MOST_GROWTH = 1.2;
/** In a shorter run n8n is still warming up. */
const JUDGED_FROM_MINUTES = 15;

/** `npm run test:scale -- single [--minutes=60] [--at-once=4]`: one n8n on SQLite. */
export async function measureSingle(settings: Settings): Promise<Figure[]> {
	const size = { minutes: settings.number('minutes', 60), atOnce: settings.number('at-once', 4) };
	const figures = await runSingle(size);
	const beside = await measureFlow();
	return [...figures, ...beside.map(({ key, value, meaning }) => plain(key, value, meaning))];
}

/** Steady load from so many people at once for so many minutes. */
async function runSingle({
	minutes,
	atOnce,
}: {
	minutes: number;
	atOnce: number;
}): Promise<Figure[]> {
	const standins = await startStandins();
	const n8n = await startN8n({
		packageFrom: PACKAGE,
		standins,
		env: { N8N_METRICS: 'true', EXECUTIONS_DATA_PRUNE_MAX_COUNT: '500' },
	});
	try {
		const { lookPath } = await importFlagship(n8n.client, standins);
		const team = teamOf({ client: n8n.client, standins, lookPath, atOnce });
		const deals = await walk(team, n8n.url);
		const until = Date.now() + minutes * 60_000;
		const samples = sampleMemory(n8n, until);
		const walker = async () => {
			while (Date.now() < until) deals.push(...(await walk(team, n8n.url)));
		};
		await Promise.all(Array.from({ length: atOnce }, walker));
		// The last steps of the last handoffs are still being written.
		await sleep(5_000);
		return [
			...(await countEnd(team, deals)),
			plain('perMinute', Number((deals.length / minutes).toFixed(1)), 'handoffs a minute'),
			...memoryFigures(await samples, minutes >= JUDGED_FROM_MINUTES),
		];
	} finally {
		await n8n.stop();
		await standins.stop();
	}
}

/** One handoff from the deal to its task; the id of the deal. */
async function walk(team: Team, url: string): Promise<string[]> {
	const deals = await team.handOver(1, [url]);
	const deadline = Date.now() + 60_000;
	while ([...team.tasks(deals).values()].includes(0) && Date.now() < deadline) {
		await sleep(250);
		await team.accept(deals, [url]);
	}
	return deals;
}

interface Sample {
	atMs: number;
	megabytes: number;
}

/** Notes the resident memory of n8n's main process until this time. */
async function sampleMemory(n8n: RunningN8n, until: number): Promise<Sample[]> {
	const samples: Sample[] = [];
	while (Date.now() < until) {
		const text = await fetch(`${n8n.url}/metrics`)
			.then((answer) => answer.text())
			.catch(() => '');
		const [, bytes] = /^n8n_process_resident_memory_bytes (\S+)/m.exec(text) ?? [];
		if (bytes !== undefined) {
			samples.push({ atMs: Date.now(), megabytes: Number(bytes) / 2 ** 20 });
		}
		await sleep(SAMPLE_EVERY_MS);
	}
	return samples;
}

/** Memory at the end beside memory when n8n was warm, and the slope between the two. */
function memoryFigures(samples: readonly Sample[], judged: boolean): Figure[] {
	const fifth = Math.max(1, Math.floor(samples.length / 5));
	const mean = (part: readonly Sample[]) =>
		part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
	const warm = samples.slice(fifth, 2 * fifth);
	const last = samples.slice(-fifth);
	const growth = Number((mean(last) / mean(warm)).toFixed(3));
	return [
		plain('megabytes', Math.round(mean(last)), 'MB resident at the end'),
		plain('slope', Math.round(slopeOf(samples.slice(fifth))), 'MB an hour after the warm-up'),
		{
			key: 'memoryGrowth',
			value: growth,
			meaning: 'memory in the last fifth / in the second',
			...(judged && { holds: growth <= MOST_GROWTH }),
			wanted: `at most ${MOST_GROWTH}, judged from ${JUDGED_FROM_MINUTES} minutes on`,
		},
	];
}

/** The slope of the line that fits best, in megabytes an hour. */
function slopeOf(samples: readonly Sample[]): number {
	const count = samples.length;
	const meanAt = samples.reduce((sum, { atMs }) => sum + atMs, 0) / count;
	const meanMb = samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / count;
	const spread = samples.reduce((sum, { atMs }) => sum + (atMs - meanAt) ** 2, 0);
	const along = samples.reduce(
		(sum, { atMs, megabytes }) => sum + (atMs - meanAt) * (megabytes - meanMb),
		0,
	);
	return (along / spread) * 3_600_000;
}
