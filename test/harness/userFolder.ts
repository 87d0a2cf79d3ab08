import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface UserFolder {
	path: string;
	logFile: string;
	/** Where connections are noted that n8n was not allowed to open. */
	egressLog: string;
	/** Removes the folder, if it is a temporary one. */
	remove(): void;
}

/**
 * Makes n8n's own folder ready: with the built package where n8n looks for community packages.
 *
 * @param packageFrom folder with the package.json and dist of the built package; none without
 * @param given a folder to use again; a temporary one is made when it is left out
 */
export function prepareUserFolder(packageFrom: string | undefined, given?: string): UserFolder {
	if (packageFrom !== undefined && !existsSync(join(packageFrom, 'dist'))) {
		throw new Error(`There is no built package in ${packageFrom}. Run: npm run build`);
	}
	const path = given ?? mkdtempSync(join(tmpdir(), 'handoff-n8n-'));
	if (packageFrom !== undefined) installPackage(packageFrom, path);
	return {
		path,
		logFile: join(path, 'n8n.log'),
		egressLog: join(path, 'egress.jsonl'),
		remove: () => {
			if (!given) rmSync(path, { recursive: true, force: true });
		},
	};
}

function installPackage(packageFrom: string, userFolder: string): void {
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-handoff');
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const entry of ['package.json', 'dist']) {
		cpSync(join(packageFrom, entry), join(target, entry), { recursive: true });
	}
}
