import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nClient } from '../harness/client';
import type { MovedClock } from '../support/movedClock';

const PATIENCE_MS = 120_000;
/** What is due at a moment is due a second later, whatever n8n rounds. */
const JUST_AFTER_MS = 1_000;

/**
 * Moves the clock of n8n to each moment that these executions wait for, until none of them waits any
 * more: hours pass in seconds.
 *
 * @throws Error when they still wait or run after two minutes without a word
 */
export async function letTimePass(
	client: N8nClient,
	clock: MovedClock,
	ids: readonly string[],
): Promise<void> {
	for (let until = Date.now() + PATIENCE_MS; ; await sleep(100)) {
		const busy = await client.listExecutions({ status: ['running', 'new'] });
		const waiting = await client.listExecutions({ status: ['waiting'] });
		const [left, moving] = [waiting, busy].map((list) => list.filter(({ id }) => ids.includes(id)));
		if (left?.length === 0 && moving?.length === 0) return;
		if (Date.now() > until) throw new Error('n8n still waits, whatever its clock says');
		const next = Math.min(...(left ?? []).map(({ waitTill }) => Date.parse(waitTill ?? '')));
		if (moving?.length !== 0 || !(next > clock.now())) continue;
		clock.moveTo(next + JUST_AFTER_MS);
		until = Date.now() + PATIENCE_MS;
	}
}
