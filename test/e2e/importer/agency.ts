import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunningN8n } from '../../harness/startN8n';

const ROOT = join(__dirname, '..', '..', '..');

/** Somebody at an agency who runs the importer, with a file of clients and keys in the environment. */
export interface Agency {
	/** `npm run import -- FILE …`; the file holds these clients. */
	run(clients: unknown, ...more: string[]): Promise<{ code: number; output: string }>;
	close(): void;
}

/** @param environment where n8n is and the API keys, by name of the variable */
export function openAgency(environment: Record<string, string>): Agency {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-import-'));
	return {
		run: async (clients, ...more) => {
			const file = join(folder, typeof clients === 'string' ? 'clients.csv' : 'clients.json');
			writeFileSync(file, typeof clients === 'string' ? clients : JSON.stringify(clients));
			return await runImporter([file, ...more], environment);
		},
		close: () => rmSync(folder, { recursive: true, force: true }),
	};
}

const runImporter = async (args: string[], environment: Record<string, string>) =>
	await new Promise<{ code: number; output: string }>((resolve) => {
		const program = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
		const script = join('templates', 'import', 'import.ts');
		const options = { cwd: ROOT, env: { PATH: process.env.PATH, ...environment } };
		const child = execFile(
			process.execPath,
			[program, script, ...args],
			options,
			(_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
		);
	});

/** An API key of the owner, as n8n's settings page makes one, with everything that it may. */
export async function makeApiKey(
	{ client }: Pick<RunningN8n, 'client'>,
	allowed?: RegExp,
): Promise<string> {
	const all = await client.call(z.array(z.string()), { path: '/api-keys/scopes' });
	const scopes = all.filter((scope) => allowed?.test(scope) ?? true);
	const body = { label: `import ${Date.now()}`, expiresAt: null, scopes };
	const request = { method: 'POST', path: '/api-keys', body } as const;
	return (await client.call(z.object({ rawApiKey: z.string() }), request)).rawApiKey;
}
