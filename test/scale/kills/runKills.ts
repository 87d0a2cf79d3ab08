import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { seedRandom, type SeededRandom } from '../seededRandom';
import { findBroken, type KillFindings } from './findings';
import { bodyOf, FIRST_REMINDER_MS, FLOWS, flowOf, killFlow, pathOf, PEOPLE } from './killFlow';
import { accept, decideAll } from './people';
import { phasesOf, type Phase } from './phases';
import { startRecorder, type Recorder } from './recorder';
import { sweepOf } from './sweep';

const PACKAGE = join(__dirname, '..', '..', '..');
const BATCH = 6;
const SETTLE_WITHIN_MS = 180_000;
/** How long n8n may take for what it is at, on a busy machine. */
const PATIENCE_MS = 180_000;

export interface KillRun extends KillFindings {
	seed: number;
	kills: number;
	retried: number;
	sentAgain: number;
	leftBehind: number;
}

interface Stage {
	n8n: RunningN8n;
	/**
	 * Executions that a kill left behind as new or running; n8n never takes them up again. Whether
	 * their handoffs went on all the same is counted at the end.
	 */
	leftBehind: Set<string>;
	recorder: Recorder;
	random: SeededRandom;
	send(id: string): Promise<void>;
}

/**
 * Kills a real n8n with -9 at random moments of a phase, starts it again, does what an operator
 * would do, and counts at the end what the world was told.
 */
export async function runKills(
	{ kills, seed }: { kills: number; seed: number },
	say: (line: string) => void,
): Promise<KillRun> {
	const random = seedRandom(seed);
	const recorder = await startRecorder();
	const n8n = await startN8n({ packageFrom: PACKAGE, env: { EXECUTIONS_DATA_PRUNE: 'false' } });
	try {
		const { client } = n8n;
		for (const flow of FLOWS) {
			const { id } = await client.createWorkflow(killFlow(recorder, flow));
			await client.publish(id);
		}
		const send = async (id: string) =>
			void (await client.callWebhook(pathOf(flowOf(id)), bodyOf(id)).catch(() => undefined));
		const { sweep, retried, sentAgain } = sweepOf(n8n, send);
		const leftBehind = new Set<string>();
		const stage = { n8n, leftBehind, recorder, random, send };
		const ids: string[] = [];
		const killedAt: number[] = [];
		for (const [index, phase] of phasesOf(kills, random).entries()) {
			const batch = Array.from({ length: BATCH }, (_none, one) => `k${index}-${one}`);
			ids.push(...batch);
			const moment = await bringTo(stage, phase, batch);
			await n8n.kill9();
			killedAt.push(Date.now());
			say(`kill ${index + 1} of ${kills}: ${phase}, ${moment}`);
			await n8n.restart();
			for (const { id } of await client.listExecutions({ status: ['new'] })) leftBehind.add(id);
			const goOn = () => sweep(batch);
			await goOn();
			await decideAll(recorder, { ids: batch, withinMs: SETTLE_WITHIN_MS, goOn });
		}
		const broken = findBroken(recorder, { ids, killedAt });
		return {
			seed,
			kills,
			retried: retried(),
			sentAgain: sentAgain(),
			leftBehind: leftBehind.size,
			...broken,
		};
	} finally {
		await n8n.stop();
		await recorder.stop();
	}
}

/** Brings a batch to the middle of a phase; says how long it was let go on. */
async function bringTo(stage: Stage, phase: Phase, batch: readonly string[]): Promise<string> {
	const { recorder, random, send } = stage;
	const [dana = '', robin = ''] = PEOPLE.map(({ email }) => email);
	const sent = Promise.all(batch.map(send));
	if (phase === 'request') return await letGo(random.below(700));
	await sent;
	await untilAsked(recorder, batch);
	await untilQuiet(stage);
	if (phase === 'wait') return await letGo(random.below(500));
	if (phase === 'reminder') {
		const due = Math.min(...recorder.messages.filter(isOf(batch)).map(({ at }) => at));
		await sleep(Math.max(0, due + FIRST_REMINDER_MS - 1_000 - Date.now()));
		return await letGo(random.below(2_500));
	}
	if (phase === 'decision') {
		await Promise.all(batch.map((id) => accept(recorder, id, dana)));
		await untilQuiet(stage);
	}
	const voter = phase === 'vote' ? dana : robin;
	void Promise.all(batch.map((id) => accept(recorder, id, voter)));
	return await letGo(random.below(700));
}

const isOf =
	(batch: readonly string[]) =>
	({ handoff: { record } }: Recorder['messages'][number]) =>
		batch.includes(record.id);

async function letGo(milliseconds: number): Promise<string> {
	await sleep(milliseconds);
	return `after ${Math.round(milliseconds)} ms`;
}

async function untilAsked(recorder: Recorder, batch: readonly string[]): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (recorder.messages.filter(isOf(batch)).length < batch.length * PEOPLE.length) {
		if (Date.now() > deadline) throw new Error('not everybody was asked within three minutes');
		await sleep(50);
	}
}

async function untilQuiet({ n8n: { client }, leftBehind }: Stage): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const all = await client.listExecutions({ status: ['running', 'new'] });
		const busy = all.filter(({ id }) => !leftBehind.has(id));
		if (busy.length === 0) return;
		if (Date.now() > deadline) for (const { id } of busy) leftBehind.add(id);
		await sleep(100);
	}
}
