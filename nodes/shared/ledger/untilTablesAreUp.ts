import { sleep } from 'n8n-workflow';
import { tableProblem } from './tableProblem';

const NOT_UP = /module is disabled/i;
const PATIENCE_MS = 20_000;
const PAUSE_MS = 500;

/**
 * Runs something that needs the Data Tables of n8n, again and again while n8n starts: what was due
 * while it was down is resumed before its Data Tables are up.
 *
 * @throws HandoffProblem that says what n8n says
 */
export async function untilTablesAreUp<Answer>(run: () => Promise<Answer>): Promise<Answer> {
	for (let waited = 0; ; waited += PAUSE_MS) {
		try {
			return await run();
		} catch (thrown) {
			const said = thrown instanceof Error ? thrown.message : '';
			if (waited >= PATIENCE_MS || !NOT_UP.test(said)) throw tableProblem(thrown);
		}
		await sleep(PAUSE_MS);
	}
}
