import type { NextStep } from '../../../../nodes/domain/life/nextStep';
import { setUp } from './setUp';
import { atOnce, claim, keepPosition, readLedger, readPosition, stands, writeRows } from './store';
import { tell, watchJudgement } from './promises';
import { Broken } from './watch';
import { start, type Execution, type Read, type Seen, type Steps, type World } from './world';

/** A search finds the record, and the gate says what is to be done about it. */
export const startSearch = (world: World): void =>
	start(world, (execution) => {
		const search = (again: boolean) =>
			function* (): Steps {
				const seen = yield* readRecord(world);
				if (seen !== undefined) yield* gate(world, execution, { ...seen, again });
			};
		execution.retryDead = search(true);
		return search(false);
	});

/** Undefined when it cannot be read, or be judged: an error is never ready. */
export const readRecord = (world: World): Generator<void, Seen | undefined> =>
	atOnce(world, () => {
		const { values, overdue, toHandOver, readable } = world.record;
		if (!readable) return undefined;
		const ready = values > 0 && !overdue;
		return { ready, fingerprint: `values ${values}`, toHandOver, tick: world.tick };
	});

/** Reads where the handoff stands, claims what is to be done, reads the ledger, and does it. */
export function* gate(world: World, execution: Execution, seen: Seen): Steps {
	const { room } = world;
	execution.retryFailed = () => gate(world, execution, { ...seen, again: true });
	const position = yield* readPosition(world);
	const due = room.nextStep(position, seen, world.now);
	if (due.do === 'nothing') return;
	const key = room.nextStepKey(position, due);
	const holder = `${execution.id}.${execution.life}.${world.tick}`;
	const claims = yield* claim(world, key, holder);
	if (!room.holds(claims, holder)) return;
	const read = yield* readLedger(world);
	if (!stands(read.standing, position)) yield* keepPosition(world, read.standing);
	const next = room.nextStep(read.standing, seen, world.now);
	if (room.nextStepKey(read.standing, next) !== key) return;
	if (next.do === 'setUp') yield* setUp(world, execution, { seen, read, attempt: next.attempt });
	else if (next.do === 'withdraw') yield* withdraw(world, read, next.attempt);
	else if (next.do !== 'nothing') yield* passOn(world, { seen, read, next, holder });
}

interface Passing {
	seen: Seen;
	read: Read;
	next: Extract<NextStep, { do: 'ask' | 'fix' }>;
	holder: string;
}

function* passOn(world: World, { seen, read, next, holder }: Passing): Steps {
	const { ready, fingerprint } = seen;
	const { attempt, replaces } = next;
	if (ready !== (next.do === 'ask')) throw new Broken('what is not ready was let pass');
	watchJudgement(world, { attempt, look: `${fingerprint} ${ready}` });
	const replaced = { type: 'handoff.replaced', data: { by: attempt }, round: read.standing.round };
	yield* writeRows(world, read, [
		{ type: 'handoff.evaluated', attempt, data: { ready, passes: ready, digest: fingerprint } },
		...(replaces === undefined ? [] : [{ ...replaced, attempt: replaces }]),
	]);
	yield;
	if (next.do === 'ask') world.onReady({ attempt, fingerprint, holder });
	else tell(world, `fix ${attempt}`);
}

function* withdraw(world: World, read: Read, attempt: number): Steps {
	yield* writeRows(world, read, [{ type: 'handoff.withdrawn', attempt, data: { why: 'lost' } }]);
	yield;
	tell(world, `withdrawal ${attempt}`);
}
