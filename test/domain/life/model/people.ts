import { startSearch } from './gate';
import { watchAnswer } from './watch';
import { end, HOUR, MINUTE, type Answer, type Asked, type Execution, type World } from './world';

/** Everything that happens around the executions: edits, answers, time, and what goes wrong. */
export type Happening = (world: World) => void;

export const search: Happening = (world) => startSearch(world);

/** An edit of what the policy names, or of something else; a record that is lost, or comes back. */
export const edit: Happening = ({ record, random }) => {
	const choice = random.below(1);
	if (choice < 0.6) record.values = Math.ceil(random.below(4)) % 4;
	else if (choice < 0.7) record.overdue = !record.overdue && random.below(2) < 1;
	else if (choice < 0.9) record.toHandOver = !record.toHandOver || random.below(2) < 1;
};

export const spoil: Happening = ({ record, faulty }) => {
	record.readable = !faulty || !record.readable;
};

/** Somebody opens a link, of whatever age, and answers. n8n lets one answer wake an execution. */
export const answer: Happening = (world) => {
	const { random, watch } = world;
	const asked = pick(world, watch.links);
	const voter = pick(world, world.people);
	if (asked === undefined || voter === undefined) return;
	give(world, asked, { voter, kind: random.below(3) < 2 ? 'accepted' : 'returned' });
};

/** Somebody asks the sender before deciding, or the sender answers what was asked. */
export const talk: Happening = (world) => {
	const asked = pick(world, world.watch.links);
	const voter = pick(world, world.people);
	if (asked === undefined || voter === undefined) return;
	give(world, asked, { voter, kind: asked.openUntil === undefined ? 'asked' : 'answered' });
};

export function give({ watch }: World, asked: Asked, { voter, kind }: Answer): void {
	const { execution } = asked;
	const waits = execution.state === 'waiting' && execution.asked === asked;
	if (!waits || execution.life !== asked.life || execution.onAnswer === undefined) return;
	watchAnswer(watch, asked, { voter, kind });
	execution.state = 'running';
	execution.steps = execution.onAnswer({ voter, kind });
}

/** Time passes for everybody. Only in a slow world it does while somebody is in the middle of a step. */
export const timePasses: Happening = (world) => {
	const { random, slow } = world;
	if (!slow && world.executions.some(({ state }) => state === 'running')) return;
	const [least, most] = pick(world, SPANS) ?? [0, 0];
	world.now += least + random.below(most - least);
	if (slow && random.below(6) < 1) world.now -= random.below(2 * HOUR);
};

const SPANS: Array<[number, number]> = [
	[MINUTE, 9 * MINUTE],
	[10 * MINUTE, HOUR],
	[HOUR, 6 * HOUR],
	[20 * HOUR, 30 * HOUR],
];

export const timerRings: Happening = (world) => {
	const due = pick(
		world,
		world.executions.filter((one) => isDue(one, world.now)),
	);
	if (due !== undefined) wake(due);
};

export const isDue = ({ state, wakesAt }: Execution, now: number): boolean =>
	state === 'waiting' && wakesAt !== undefined && wakesAt <= now;

export function wake(execution: Execution): void {
	if (execution.onTimer === undefined) return;
	execution.state = 'running';
	execution.steps = execution.onTimer();
}

/** A process dies with all that it was at. What waits is safe. */
export const crash: Happening = ({ executions, faulty, random }) => {
	if (!faulty) return;
	const all = random.below(3) < 1;
	for (const execution of executions) {
		if (execution.state === 'running' && (all || random.below(2) < 1)) execution.state = 'crashed';
	}
};

/** A waiting execution is stopped by hand, or was not in the backup. */
export const lose: Happening = (world) => {
	if (!world.faulty) return;
	const waiting = pick(
		world,
		world.executions.filter(({ state }) => state === 'waiting'),
	);
	if (waiting !== undefined) end(world, waiting, 'lost');
};

/** What died or failed is retried, or nobody ever looks at it again. */
export const retry: Happening = (world) => {
	const dead = pick(
		world,
		world.executions.filter(({ state }) => state === 'crashed' || state === 'failed'),
	);
	if (dead === undefined) return;
	const steps = dead.state === 'crashed' ? dead.retryDead : dead.retryFailed;
	if (steps === undefined || world.random.below(3) < 1) {
		return end(world, dead, 'lost');
	}
	dead.state = 'running';
	dead.life += 1;
	dead.steps = steps();
};

export const refuse: Happening = (world) => {
	world.refusing = world.faulty && !world.refusing;
};

const pick = <Thing>({ random }: World, things: readonly Thing[]): Thing | undefined =>
	things[Math.floor(random.below(things.length))];
