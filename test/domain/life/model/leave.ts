import { gate, readRecord } from './gate';
import { tell, watchOutcome } from './promises';
import { nameOf } from './watch';
import type { Asked, Read, Steps, World } from './world';

/** A step that is repeated finds its outcome in the ledger; anything else is out no more. */
export function* leave(world: World, asked: Asked, { standing }: Read): Steps {
	const own = standing.askedBy === asked.askedBy && standing.round === asked.round;
	if (own && standing.attempt === asked.attempt) yield* leaveAgain(world, asked, standing.step);
	else tell(world, `void ${nameOf(asked)}`);
}

export function* leaveAgain(world: World, asked: Asked, step: string): Steps {
	if (['accepted', 'returned', 'unanswered'].includes(step)) yield* leaveBy(world, asked, step);
}

export function* leaveBy(world: World, asked: Asked, outcome: string): Steps {
	watchOutcome(world, asked, outcome);
	if (outcome !== 'accepted') return;
	const { execution } = asked;
	// What follows is one more node: when it fails, n8n goes on from there.
	const readAgain = function* (again: boolean): Steps {
		const seen = yield* readRecord(world);
		if (seen !== undefined) {
			yield* gate(world, execution, { ...seen, sinceAccepted: true, again });
		}
	};
	execution.retryFailed = () => readAgain(true);
	yield* readAgain(execution.life > 1);
}
