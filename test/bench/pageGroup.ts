import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { acceptKind, formKind, openWaits, type Waiting, type WaitKind } from './page/waits';
import { mean, median, rounded, type Figure } from './timing';

const ROOT = join(__dirname, '..', '..');
/** n8n lists at most a hundred executions at a time. */
const WAITS = 80;
const BATCHES = 2;
const READS = 120;
const WARM_UP = 10;
/**
 * The pause before each visit. For every visit n8n uses up a sandbox for expressions, keeps one ready
 * and builds the next one in the background, which takes 25 ms or more of both cores. Visits that
 * come sooner wait for that one or not, and so take 25 ms or 50 whatever the page costs: the pages
 * looked alike, and the ratio jumped. A person finds n8n rested.
 */
const REST_MS = 150;
/** As fast as one program can ask: what n8n's own work for each visit makes of the difference. */
const NO_REST_MS = 0;
const KINDS = { ours: acceptKind, theirs: formKind };
type Side = keyof typeof KINDS;
const SIDES: readonly Side[] = ['ours', 'theirs'];

/** The decision page beside n8n's own wait for a form: the same question, in the same n8n. */
export async function measurePage(): Promise<Figure[]> {
	const n8n = await startN8n({ packageFrom: ROOT, env: { EXECUTIONS_DATA_PRUNE: 'false' } });
	try {
		const [gets, busyGets, posts] = [noTimes(), noTimes(), noTimes()];
		for (let batch = 0; batch < BATCHES; batch++) {
			const waits = await openBatch(n8n, batch);
			const get = async (side: Side, index: number) => timeGet(at(waits[side], index));
			const post = async (side: Side, index: number) => decideOn(n8n, side, at(waits[side], index));
			add(gets, await inTurn({ rounds: READS, rest: REST_MS }, get));
			add(busyGets, await inTurn({ rounds: READS, rest: NO_REST_MS }, get));
			add(posts, await inTurn({ rounds: WAITS, rest: REST_MS }, post));
		}
		return [...figuresOf('get', gets), busyFigure(busyGets), ...figuresOf('post', posts)];
	} finally {
		await n8n.stop();
	}
}

type Times = Record<Side, number[]>;

const noTimes = (): Times => ({ ours: [], theirs: [] });

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
	{ rounds, rest }: { rounds: number; rest: number },
	measure: (side: Side, index: number) => Promise<number>,
): Promise<Times> {
	const times = noTimes();
	for (let round = 0; round < rounds; round++) {
		for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse()) {
			await sleep(rest);
			const spent = await measure(side, round);
			if (round >= WARM_UP) times[side].push(spent);
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

/** Neighbours are not set against each other: which of two was held up is chance, not cost. */
function figuresOf(verb: 'get' | 'post', { ours, theirs }: Times): Figure[] {
	const what = verb === 'get' ? 'to show the page' : 'to take the decision';
	return [
		{
			key: `${verb}VsForm`,
			value: rounded(median(ours) / median(theirs)),
			meaning: `time ${what}, ours / n8n's own form wait, medians`,
			target: '<= 1.2',
		},
		{
			key: `${verb}MeanVsForm`,
			value: rounded(mean(ours) / mean(theirs)),
			meaning: 'the same, means: what the slow ones are like',
		},
		{ key: `${verb}Ms`, value: rounded(median(ours)), meaning: `ms ${what}` },
		{ key: `${verb}FormMs`, value: rounded(median(theirs)), meaning: `ms of n8n's own form wait` },
	];
}

const busyFigure = ({ ours, theirs }: Times): Figure => ({
	key: 'busyGetVsForm',
	value: rounded(mean(ours) / mean(theirs)),
	meaning: 'time to show the page to one visit after another without a rest, means',
});
