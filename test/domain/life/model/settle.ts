import { give, isDue, retry, search, wake } from './people';
import { moveOn } from './moveOn';
import { ledgerOf } from './store';
import { Broken } from './watch';
import { MINUTE, type World } from './world';

/** How many minutes after the one before each search of the end comes: minutes first, then days. */
const SEARCHES = [0, 5, 6, 6, 12, 12, 60, 300, 12, 1_500, 12, 12, 1_500, 12, 12, 1_500, 12, 12];
/** So many searches must find nothing to do any more. */
const RESTS = 3;
const MOST_MOVES = 5_000;

/** The faults stop, somebody looks after what died, people answer, and everything comes to rest. */
export function settle(world: World): void {
	world.refusing = false;
	world.record.readable = true;
	let atRest = 0;
	for (const minutes of SEARCHES) {
		world.now += minutes * MINUTE;
		while (world.executions.some(({ state }) => state === 'crashed' || state === 'failed')) {
			retry(world);
		}
		for (const execution of world.executions) if (isDue(execution, world.now)) wake(execution);
		drain(world);
		search(world);
		drain(world);
		answerAll(world);
		const isWaiting = world.executions.some(({ state }) => state === 'waiting');
		atRest = isWaiting || troubleOf(world) !== undefined ? 0 : atRest + 1;
		if (atRest === RESTS) return;
	}
	const trouble = troubleOf(world);
	if (trouble !== undefined) throw new Broken(trouble);
}

/** Lets everything that is under way go on until it waits or ends. */
function drain(world: World): void {
	for (let moves = 0; moves < MOST_MOVES; moves += 1) {
		const running = world.executions.filter(({ state }) => state === 'running');
		const next = running[Math.floor(world.random.below(running.length))];
		if (next === undefined) return;
		moveOn(world, next);
	}
	throw new Broken('something goes on and on');
}

function answerAll(world: World): void {
	for (const { asked } of [...world.executions]) {
		const kind = world.random.below(4) < 3 ? 'accepted' : 'returned';
		for (const voter of asked === undefined ? [] : world.people) {
			if (asked !== undefined) give(world, asked, { voter, kind });
			drain(world);
		}
	}
}

/** What is wrong with where everything came to rest. */
function troubleOf(world: World): string | undefined {
	const { record, position, faulty, watch, tasks } = world;
	const { step, attempt, fingerprint } = ledgerOf(world).standing;
	const ready = record.values > 0 && !record.overdue;
	if (step === 'done') return tasks > 0 ? undefined : 'done, and there is no task';
	const isBehind = attempt > (position?.attempt ?? 0) || step === 'withdrawn';
	if (faulty && isBehind && restsUnseen(world, ready)) return undefined;
	if (step === 'ready' || step === 'asked' || step === 'accepted') return `stuck at ${step}`;
	if (!record.toHandOver) return undefined;
	if (step === 'new' || step === 'withdrawn') return `nobody hands it over: ${step}`;
	const isSame = fingerprint === `values ${record.values}` && ready === (step !== 'incomplete');
	if (!isSame) return `nobody saw the edit after ${step}`;
	if (faulty) return undefined;
	if (step === 'incomplete' && !watch.told.has(`fix ${attempt}`)) return 'nobody told the sender';
	const returned = [...watch.outcomes].some(
		([name, outcome]) => name.startsWith(`${attempt}:`) && outcome === 'returned',
	);
	return step === 'returned' && !returned ? 'nobody told of the return' : undefined;
}

/**
 * A process died between a row and the position that goes with it, before anybody was told or asked, and
 * nobody need be: the record is to be handed over no more, or says again what it said when it went to
 * the sender before.
 */
function restsUnseen({ position, record }: World, ready: boolean): boolean {
	if (!record.toHandOver) return position?.step !== 'ready';
	const told = position?.step === 'incomplete' || position?.step === 'returned';
	const isSame = position?.fingerprint === `values ${record.values}`;
	return told && isSame && ready === (position?.step === 'returned');
}
