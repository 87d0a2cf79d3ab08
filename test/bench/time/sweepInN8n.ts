import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs as a program of its own, so that its memory is that of the check: Check Clock over open
 * handoffs in a workflow run of n8n-core. Arguments: how many, and how many of them are overdue.
 * Prints one JSON object.
 */
async function main(count: number, overdue: number): Promise<void> {
	const home = mkdtempSync(join(tmpdir(), 'handoff-bench-'));
	process.env.N8N_USER_FOLDER = home;
	process.env.N8N_ENCRYPTION_KEY = 'throw-away-key';
	try {
		// n8n-core reads these settings when it is loaded.
		const { checkAll } = await import('./checkAll');
		console.log(JSON.stringify(await checkAll(count, overdue)));
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

const [count, overdue] = process.argv.slice(2).map(Number);
void main(count ?? 0, overdue ?? 0);
