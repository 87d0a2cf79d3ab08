import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type RunningN8n } from '../../demo/server/startN8n';
import { acceptKind, formKind, openWaits, type Waiting, type WaitKind } from './page/waits';
import { median, rounded, type Figure } from './timing';

const ROOT = join(__dirname, '..', '..');
/** n8n lists at most a hundred executions at a time. */
const WAITS = 80;
const BATCHES = 2;
const READS = 160;
const WARM_UP = 10;
const KINDS = { ours: acceptKind, theirs: formKind };
type Side = keyof typeof KINDS;
const SIDES: readonly Side[] = ['ours', 'theirs'];

/** The decision page beside n8n's own wait for a form: the same question, in the same n8n. */
export async function measurePage(): Promise<Figure[]> {
	const n8n = await startN8n({ packageFrom: ROOT, env: { EXECUTIONS_DATA_PRUNE: 'false' } });
	try {
		const gets: Times = { ours: [], theirs: [] };
		const posts: Times = { ours: [], theirs: [] };
		for (let batch = 0; batch < BATCHES; batch++) {
			const waits = await openBatch(n8n, batch);
			add(gets, await inTurn(READS, async (side, index) => timeGet(at(waits[side], index))));
			add(
				posts,
				await inTurn(WAITS, async (side, index) => decideOn(n8n, side, at(waits[side], index))),
			);
		}
		return [...figuresOf('get', 'Form', gets), ...figuresOf('post', 'Form', posts)];
	} finally {
		await n8n.stop();
	}
}

type Times = Record<Side, number[]>;

function add(all: Times, more: Times): void {
	for (const side of SIDES) all[side].push(...more[side]);
}

/** So many of each kind that wait; who is opened first changes as well. */
async function openBatch(n8n: RunningN8n, batch: number): Promise<Record<Side, Waiting[]>> {
	const waits: Record<Side, Waiting[]> = { ours: [], theirs: [] };
	for (const side of batch % 2 === 0 ? SIDES : [...SIDES].reverse()) {
		waits[side] = await openWaits(n8n, KINDS[side], { count: WAITS, batch });
	}
	return waits;
}

async function decideOn(n8n: RunningN8n, side: Side, waiting: Waiting): Promise<number> {
	const spent = await timePost(KINDS[side], waiting);
	// The flow goes on after its answer; it must not slow the next one that is measured.
	await n8n.client.waitForExecution(waiting.executionId, 'success');
	return spent;
}

/** Measures both sides in turn; who comes first changes every time, and the first do not count. */
async function inTurn(
	rounds: number,
	measure: (side: Side, index: number) => Promise<number>,
): Promise<Times> {
	const times: Times = { ours: [], theirs: [] };
	for (let round = 0; round < rounds; round++) {
		for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse()) {
			const spent = await measure(side, round);
			if (round >= WARM_UP) times[side].push(spent);
			await sleep(5);
		}
	}
	return times;
}

function at(waiting: readonly Waiting[], index: number): Waiting {
	const found = waiting[index % waiting.length];
	if (found === undefined) throw new Error('nothing waits');
	return found;
}

async function timeGet({ url }: Waiting): Promise<number> {
	const startedAt = performance.now();
	const answer = await fetch(url);
	const page = await answer.text();
	const spent = performance.now() - startedAt;
	if (answer.status === 200 && page.includes('<form')) return spent;
	throw new Error(`${url} answered ${answer.status}: ${page.slice(0, 300)}`);
}

async function timePost(kind: WaitKind, { url }: Waiting): Promise<number> {
	const body = kind.form();
	const startedAt = performance.now();
	const answer = await fetch(url, { method: 'POST', body });
	const page = await answer.text();
	const spent = performance.now() - startedAt;
	if (kind.isTaken(answer.status, page)) return spent;
	throw new Error(`${url} answered ${answer.status}: ${page.slice(0, 300)}`);
}

function figuresOf(verb: 'get' | 'post', peer: string, times: Times): Figure[] {
	const [ours, theirs] = [median(times.ours), median(times.theirs)];
	const what = verb === 'get' ? 'to show the page' : 'to take the decision';
	return [
		{
			key: `${verb}Vs${peer}`,
			value: rounded(median(times.ours.map((spent, round) => spent / (times.theirs[round] ?? 0)))),
			meaning: `time ${what}, ours / n8n's own form wait, each against its neighbour`,
			target: '<= 1.2',
		},
		{ key: `${verb}Ms`, value: rounded(ours), meaning: `ms ${what}` },
		{ key: `${verb}FormMs`, value: rounded(theirs), meaning: `ms of n8n's own form wait` },
	];
}
