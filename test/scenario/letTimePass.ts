import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../harness/client';
import type { ExecutionFilter, ExecutionStatus } from '../harness/executions';
import type { MovedClock } from '../support/movedClock';

const PATIENCE_MS = 120_000;
const ENDED: ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];
/** What is due at a moment is due a second later, whatever n8n rounds. */
const JUST_AFTER_MS = 1_000;

/**
 * Moves the clock of n8n to each moment that these executions wait for, until none of them waits any
 * more and all have ended: hours pass in seconds.
 *
 * @throws Error when they still wait or run after two minutes without a word
 */
export async function letTimePass(
	client: N8nClient,
	clock: MovedClock,
	ids: readonly string[],
): Promise<void> {
	const ours = async (filter: ExecutionFilter) =>
		(await client.listAllExecutions(filter)).filter(({ id }) => ids.includes(id));
	for (let until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
		const waiting = await ours({ status: ['waiting'] });
		// Only what has ended stays so: between two looks one goes on that waited, or waits that ran.
		const ended = await ours({ status: ENDED });
		if (ended.length === ids.length) return;
		if (Date.now() > until) throw new Error('n8n still waits, whatever its clock says');
		const next = Math.min(...waiting.map(({ waitTill }) => Date.parse(waitTill ?? '')));
		if (waiting.length + ended.length < ids.length || !(next > clock.now())) continue;
		clock.moveTo(next + JUST_AFTER_MS);
		until = Date.now() + PATIENCE_MS;
	}
}
