import { watchTask } from './promises';
import { atOnce, writeRows } from './store';
import type { Execution, Read, Seen, Steps, World } from './world';

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
