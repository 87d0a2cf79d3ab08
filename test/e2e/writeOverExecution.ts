import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { N8N_ENTRY, NODE_BINARY } from '../harness/environment';

const MODULES = join(N8N_ENTRY, '..', '..', '..');

/** What n8n's own driver and format are needed for; runs on the Node that both were built for. */
const SCRIPT = `
const [modules, file, id] = process.argv.slice(1);
const { Database } = require(modules + '/sqlite3');
const { stringify } = require(modules + '/flatted');
const message = 'This execution failed to be processed too many times and will no longer retry.';
const data = {
	version: 1,
	startData: {},
	resultData: { error: { message, name: 'MaxStalledCountError' }, runData: {} },
	executionData: { contextData: {}, nodeExecutionStack: [], metadata: {}, waitingExecution: {}, waitingExecutionSource: {} },
};
const database = new Database(file);
database.serialize(() => {
	const done = (problem) => { if (problem) throw problem; };
	database.run('UPDATE execution_data SET data = ? WHERE executionId = ?', [stringify(data), id], done);
	database.run(
		"UPDATE execution_entity SET status = 'error', finished = 0, waitTill = NULL, stoppedAt = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE id = ?",
		[id],
		done,
	);
});
database.close();
`;

/**
 * Leaves of an execution what n8n leaves of it in queue mode when a worker dies in the middle of a
 * step: an error, and nothing of what its nodes gave. n8n must not run meanwhile.
 *
 * @throws Error when the database cannot be written
 */
export function writeOverExecution(userFolder: string, id: string): void {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	execFileSync(NODE_BINARY, ['-e', SCRIPT, MODULES, file, id], { stdio: 'pipe' });
}
