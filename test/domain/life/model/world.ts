import type { StoredClaim } from '../../../../nodes/domain/life/claims';
import type { Question } from '../../../../nodes/domain/life/decisions';
import type { Look } from '../../../../nodes/domain/life/nextStep';
import type { Position } from '../../../../nodes/domain/life/position';
import type { Standing } from '../../../../nodes/domain/life/standing';
import { seedRandom, type SeededRandom } from '../../../scale/seededRandom';
import type { Room } from './room';
import { startWatch, type Watch } from './watch';

export const HANDOFF = 'handoff-1';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** What an execution does, one step of the store or of the world at a time. */
export type Steps = Generator<void, void>;

/** A question with the link that people got. */
export interface Asked extends Question {
	closesAt: number;
	/** Until when the sender may answer the question that is open; absent while none is. */
	openUntil?: number;
	/** Which execution waits for the answer, and its how manieth life: a retry has links of its own. */
	execution: Execution;
	life: number;
}

export interface Execution {
	id: number;
	state: 'running' | 'waiting' | 'ended' | 'crashed' | 'failed' | 'lost';
	life: number;
	steps: Steps;
	/** Where n8n goes on when it retries what died: at the last wait, or at the beginning. */
	retryDead: () => Steps;
	/** Where it goes on when it retries what failed: at the node that failed; none where it cannot. */
	retryFailed?: () => Steps;
	/** The question that it waits for, and when it wakes up by itself. */
	asked?: Asked;
	wakesAt?: number;
	onTimer?: () => Steps;
	onAnswer?: (answer: Answer) => Steps;
}

export interface Answer {
	/** What somebody of the receiving team chose, or that the sender answered what was asked. */
	kind: 'accepted' | 'returned' | 'asked' | 'answered';
	voter: string;
}

/** The record in its own system, as people edit it. */
export interface RecordNow {
	/** The values that the policy names; with the first of them it is not ready. */
	values: number;
	/** A date that it needs has passed: nobody edited it, and it is not ready any more. */
	overdue: boolean;
	toHandOver: boolean;
	readable: boolean;
}

/** What was read of the ledger, and where the handoff stands by it. */
export interface Read {
	rows: readonly object[];
	standing: Standing;
}

/** How a gate saw the record, and when it was read. */
export interface Seen extends Look {
	tick: number;
}

/** What the gate gives to an execution that asks the receiving team. */
export interface Envelope {
	attempt: number;
	fingerprint: string;
	holder: string;
}

export interface World {
	room: Room;
	/** What is wired to the gate's output Ready. */
	onReady: (envelope: Envelope) => void;
	random: SeededRandom;
	/** Whether anything goes wrong at all. */
	faulty: boolean;
	/** Whether a step may take longer than a claim holds, and clocks are set back. */
	slow: boolean;
	now: number;
	/** Counts what happens, so that before and after can be told apart from the clock. */
	tick: number;
	record: RecordNow;
	ledger: Map<string, object>;
	lastRead?: Read;
	position?: Position;
	claims: StoredClaim[];
	refusing: boolean;
	/** Whether a row that is there already stays as it was first written; others are written over. */
	keepsFirst: boolean;
	/** What is under way, waits, or may still be retried. */
	executions: Execution[];
	/** How many executions there were. */
	started: number;
	people: string[];
	needed: number;
	tasks: number;
	watch: Watch;
}

const MONDAY = Date.parse('2026-03-02T09:00:00Z');

/**
 * A world of one record that is about to be handed over. In every fourth nothing goes wrong, and every
 * fourth is slow as well.
 */
export function makeWorld(seed: number, room: Room): World {
	const random = seedRandom(seed);
	const people = ['ann', 'bob', 'cyd'].slice(0, 1 + Math.floor(random.below(3)));
	const needed = 1 + Math.floor(random.below(people.length));
	return {
		...{ room, random, people, needed, now: MONDAY, refusing: false },
		...{ tick: 0, tasks: 0, started: 0, onReady: () => undefined },
		faulty: seed % 4 > 0,
		slow: seed % 4 === 3,
		keepsFirst: random.below(2) < 1,
		record: {
			values: Math.floor(random.below(4)),
			...{ overdue: false, toHandOver: true, readable: true },
		},
		ledger: new Map(),
		claims: [],
		executions: [],
		watch: startWatch(needed),
	};
}

function* nothing(): Steps {}

/** Starts an execution; what it does is made once it is there. */
export function start(world: World, make: (execution: Execution) => () => Steps): void {
	world.started += 1;
	const execution: Execution = {
		...{ id: world.started, state: 'running', life: 1 },
		...{ steps: nothing(), retryDead: nothing },
	};
	const begin = make(execution);
	execution.retryDead = begin;
	execution.steps = begin();
	world.executions.push(execution);
}

/** Nothing comes of it any more. */
export function end(world: World, execution: Execution, state: 'ended' | 'lost'): void {
	execution.state = state;
	world.executions = world.executions.filter((other) => other !== execution);
}
