import { Refused } from './store';
import { end, type Execution, type World } from './world';

const LONGEST_STEP_MS = 2_000;

/** One step of one execution; it fails when the store says no. */
export function moveOn(world: World, execution: Execution): void {
	world.now += world.random.below(LONGEST_STEP_MS);
	try {
		const { done } = execution.steps.next();
		if (done === true && execution.state === 'running') end(world, execution, 'ended');
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		execution.state = 'failed';
	}
}
