/**
 * `npm run test:versions [-- VERSION…]`: installs releases of n8n and runs the nodes in each. Plain
 * JavaScript without dependencies, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installN8n, installRoot, N8N_FOLDER } from '../harness/install/install.mjs';
import { reportProblem, runStep } from '../harness/install/steps.mjs';
import { installVersion } from './installVersion.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(dirname(HERE));
const tool = (...path) => join(ROOT, 'node_modules', ...path);
const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** All releases of the list and the usual one, or those that were named. */
function chooseVersions(named) {
	const listed = readJson(HERE, 'releases.json');
	const usual = readJson(N8N_FOLDER, 'package.json').dependencies.n8n;
	return named.length > 0 ? named : [...listed, usual];
}

try {
	await installRoot();
	await installN8n();
	const build = [process.execPath, tool('gulp', 'bin', 'gulp.js'), 'build'];
	await runStep('Build the package', build, { cwd: ROOT });
	const given = [];
	for (const version of chooseVersions(process.argv.slice(2))) {
		const installed = await installVersion(version).catch((problem) => {
			reportProblem(problem);
			return '';
		});
		given.push(`${version}=${installed}`);
	}
	const program = [tool('tsx', 'dist', 'cli.mjs'), join(HERE, 'versions.ts')];
	const { status } = spawnSync(process.execPath, [...program, ...given], {
		cwd: ROOT,
		stdio: 'inherit',
	});
	if (status !== 0) process.exitCode = 1;
} catch (problem) {
	reportProblem(problem);
}
