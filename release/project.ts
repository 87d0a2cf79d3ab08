import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const ROOT = resolve(__dirname, '..');

const manifestSchema = z.object({
	name: z.string(),
	version: z.string(),
	license: z.string(),
	dependencies: z.record(z.string()).default({}),
	bundleDependencies: z.array(z.string()).default([]),
});

/** What `package.json` says of the package that is published. */
export const readManifest = (): z.infer<typeof manifestSchema> =>
	manifestSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** What a command printed; throws with its error output when it fails. */
export const read = (command: string, args: string[], cwd = ROOT): string =>
	execFileSync(command, args, {
		cwd,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
