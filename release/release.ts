import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseSection } from './changelog';
import { read, readManifest, ROOT } from './project';

const VERSION = /^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/;

/** Everything that can be wrong is looked for before anything is changed. */
function release(version: string | undefined): void {
	if (!version || !VERSION.test(version)) {
		throw new Error('Say which version: npm run release -- 0.2.0');
	}
	if (readManifest().version === version) throw new Error(`The version is ${version} already.`);
	if (read('git', ['status', '--porcelain']) !== '') {
		throw new Error('There are uncommitted changes. Commit or drop them, then release.');
	}
	const file = join(ROOT, 'CHANGELOG.md');
	const today = new Date().toISOString().slice(0, 10);
	writeFileSync(file, releaseSection(readFileSync(file, 'utf8'), version, today));
	read('npm', ['version', version, '--no-git-tag-version']);
	read('git', ['commit', '--all', '--message', `chore: release ${version}`]);
	read('git', ['tag', '--annotate', `v${version}`, '--message', `Version ${version}`]);
	console.log(`Version ${version} is committed and tagged. To publish: git push --follow-tags`);
}

/**
 * `npm run release -- 0.2.0`: turns the page of the changelog, sets the version, commits and tags.
 * It pushes nothing: the tag, once pushed, makes the publish workflow run.
 */
try {
	release(process.argv[2]);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
