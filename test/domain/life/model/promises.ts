import { Broken, nameOf } from './watch';
import type { Asked, Execution, Seen, World } from './world';

/** Nobody is told the same thing twice, unless something went wrong. */
export function tell({ watch, faulty }: World, what: string): void {
	const times = (watch.told.get(what) ?? 0) + 1;
	watch.told.set(what, times);
	if (times > 1 && !faulty) throw new Broken(`${what}: told twice, and nothing went wrong`);
}

/** A gate does not judge the same thing twice in a row, unless nobody answered or it was withdrawn. */
export function watchJudgement(
	{ watch, faulty }: World,
	{ attempt, look }: { attempt: number; look: string },
): void {
	const before = watch.judged.get(attempt - 1);
	const known = watch.judged.get(attempt);
	if (!faulty && known === undefined && before === look && !watch.ended.has(attempt - 1)) {
		throw new Broken(`attempt ${attempt} is about what attempt ${attempt - 1} was about`);
	}
	watch.judged.set(attempt, look);
}

/** Whether somebody could still answer this question, and it would count. */
const isOut = (execution: Execution, { watch, now }: World): boolean =>
	(execution.state === 'waiting' || execution.state === 'running') &&
	execution.asked !== undefined &&
	execution.asked.attempt === watch.newest &&
	!watch.outcomes.has(nameOf(execution.asked)) &&
	now <= execution.asked.closesAt + 3_600_000;

/** Two questions about the same are never out at once. */
export function watchQuestion(world: World, asked: Asked): void {
	world.watch.shown.set(nameOf(asked), asked.fingerprint);
	tell(world, `question ${asked.attempt}, round ${asked.round}`);
	if (world.slow) return;
	for (const other of world.executions) {
		if (other === asked.execution || !isOut(other, world)) continue;
		if (other.asked?.attempt === asked.attempt) {
			throw new Broken(`attempt ${asked.attempt} is asked about twice at once`);
		}
	}
}

/** What leaves a question stands in the ledger, and is the only thing that does. */
export function watchOutcome(world: World, asked: Asked, outcome: string): void {
	const { watch, ledger } = world;
	const name = nameOf(asked);
	const before = watch.outcomes.get(name);
	if (before !== undefined && before !== outcome) {
		throw new Broken(`question ${name} was ${before}, and then ${outcome}`);
	}
	watch.outcomes.set(name, outcome);
	tell(world, `${outcome} ${name}`);
	const row = `handoff-1:${asked.attempt}:handoff.${outcome}:${asked.round}:`;
	const written = [...ledger.keys()].some((eventId) => eventId.startsWith(row));
	if (!written) throw new Broken(`${outcome} ${name} is not in the ledger`);
}

/** A task is made once, of what was accepted, from a record that was read after that. */
export function watchTask(world: World, { seen, attempt }: { seen: Seen; attempt: number }): void {
	const { watch, slow, tasks } = world;
	if (!seen.ready || !seen.toHandOver) throw new Broken('a task of what is not to be handed over');
	const accepted = [...watch.acceptances.values()].filter(
		(one) => one.fingerprint === seen.fingerprint && one.attempt === attempt,
	);
	if (accepted.length === 0) throw new Broken('a task of what nobody accepted');
	if (slow) return;
	if (tasks > 0) throw new Broken('a second task');
	if (!accepted.some(({ tick }) => tick < seen.tick)) {
		throw new Broken('a task from a record that was read before it was accepted');
	}
	if (watch.newest !== attempt) throw new Broken('a task of an acceptance that was replaced');
	if (watch.withdrawn.has(attempt)) throw new Broken('a task of an acceptance that was withdrawn');
}
