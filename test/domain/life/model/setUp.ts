import type { Seen } from './gate';
import { atOnce, writeRows } from './store';
import { Broken } from './watch';
import type { Execution, Read, Steps, World } from './world';

interface SettingUp {
	seen: Seen;
	read: Read;
	attempt: number;
}

/** Looks whether the task is there, makes it, and says so in the ledger. */
export function* setUp(world: World, execution: Execution, given: SettingUp): Steps {
	// n8n would go on at the vendor's node with what it knew: nothing of ours can hold that.
	delete execution.retryFailed;
	const found = yield* atOnce(world, () => world.tasks > 0);
	if (!found) {
		yield* atOnce(world, () => {
			watchTask(world, given);
			world.tasks += 1;
		});
	}
	yield* finish(world, execution, given);
}

function* finish(world: World, execution: Execution, given: SettingUp): Steps {
	execution.retryFailed = () => finish(world, execution, given);
	const { read, attempt } = given;
	yield* writeRows(world, read, [{ type: 'handoff.done', attempt, data: { url: 'the task' } }]);
}

/** A task is made once, of what was accepted, from a record that was read after that. */
function watchTask(world: World, { seen, attempt }: SettingUp): void {
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
