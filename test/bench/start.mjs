/**
 * `npm run bench [-- GROUP]`: installs what is missing and measures. Plain JavaScript without
 * dependencies, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installN8n, installRoot } from '../harness/install/install.mjs';
import { reportProblem, runStep } from '../harness/install/steps.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(dirname(HERE));
const tool = (...path) => join(ROOT, 'node_modules', ...path);

try {
	await installRoot();
	await installRoot(HERE);
	await installN8n();
	const build = [process.execPath, tool('gulp', 'bin', 'gulp.js'), 'build'];
	await runStep('Build the package', build, { cwd: ROOT });
	const check = [process.execPath, tool('typescript', 'bin', 'tsc'), '--project', HERE];
	await runStep('Check the types of the bench', check, { cwd: ROOT });
	const program = ['--require', join(HERE, 'register.cjs'), join(HERE, 'bench.ts')];
	const { status } = spawnSync(process.execPath, [...program, ...process.argv.slice(2)], {
		cwd: ROOT,
		stdio: 'inherit',
	});
	process.exitCode = status ?? 1;
} catch (problem) {
	reportProblem(problem);
}
