import { startQuestion } from './accept';
import * as happenings from './people';
import { moveOn } from './moveOn';
import { ROOM, type Room } from './room';
import { settle } from './settle';
import { Broken } from './watch';
import { makeWorld, type World } from './world';

/** What happens how often, beside the steps of what is under way. */
const HAPPENINGS: Array<[weight: number, happening: happenings.Happening]> = [
	[10, happenings.search],
	[5, happenings.edit],
	[1, happenings.spoil],
	[10, happenings.answer],
	[4, happenings.talk],
	[12, happenings.timePasses],
	[6, happenings.timerRings],
	[4, happenings.crash],
	[1, happenings.lose],
	[4, happenings.retry],
	[2, happenings.refuse],
];
const TOTAL = HAPPENINGS.reduce((sum, [weight]) => sum + weight, 0);

const FEWEST_MOVES = 30;
const MOST_MOVES = 130;
const MOST_AT_ONCE = 4;

/**
 * Plays one interleaving: executions move step by step in random order while people edit and answer,
 * time passes and things go wrong; then the faults stop, and everything must come to rest.
 *
 * @returns what promise was broken, with the ledger as it was; undefined when all were kept
 */
export function play(seed: number, room: Room = ROOM): string | undefined {
	const world = makeWorld(seed, room);
	world.onReady = (envelope) => startQuestion(world, envelope);
	try {
		const moves = FEWEST_MOVES + world.random.below(MOST_MOVES - FEWEST_MOVES);
		for (let move = 0; move < moves; move += 1) makeMove(world);
		settle(world);
		return undefined;
	} catch (broken) {
		if (broken instanceof Broken) return [broken.message, ...listRows(world)].join('\n');
		throw broken;
	}
}

const listRows = ({ ledger }: World): string[] =>
	[...ledger.values()].map((row) => JSON.stringify(row));

function makeMove(world: World): void {
	const { random, executions } = world;
	const running = executions.filter(({ state }) => state === 'running');
	const next = running[Math.floor(random.below(running.length))];
	const busy = running.length >= MOST_AT_ONCE || random.below(4) < 3;
	if (next !== undefined && busy) moveOn(world, next);
	else draw(world)(world);
}

function draw({ random }: World): happenings.Happening {
	let left = random.below(TOTAL);
	for (const [weight, happening] of HAPPENINGS) {
		left -= weight;
		if (left < 0) return happening;
	}
	return happenings.search;
}
