/**
 * `npm test`: installs what is missing, builds, runs every suite, and ends with the true counts as
 * `N passed, N failed`. Plain JavaScript without dependencies, because it runs before anything is
 * installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installChromium, installN8n, installRoot } from '../demo/install.mjs';
import { reportProblem } from '../demo/steps.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

const run = (command, args) =>
	spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;

/** A script of package.json counts as one test: it passes or it fails. */
function runScript(name) {
	console.log(`\n> npm run ${name}`);
	return run(NPM, ['run', '--silent', name]) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs jest projects and counts tests; a file that cannot be run counts as one failure. */
function runJest(projects, more = []) {
	console.log(`\n> jest ${projects.join(', ')}`);
	const folder = mkdtempSync(join(tmpdir(), 'handoff-test-'));
	const report = join(folder, 'report.json');
	const config = ['--config', join('test', 'jest.config.js')];
	const args = [
		...config,
		'--selectProjects',
		...projects,
		'--json',
		`--outputFile=${report}`,
		...more,
	];
	const passed = run(process.execPath, [JEST, ...args]);
	try {
		const counts = JSON.parse(readFileSync(report, 'utf8'));
		const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
		return { passed: counts.numPassedTests, failed: failed === 0 && !passed ? 1 : failed };
	} catch {
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

try {
	await installRoot();
	await installN8n();
	await installChromium();
} catch (problem) {
	reportProblem(problem);
	console.log('\n0 passed, 1 failed');
	process.exit(1);
}

const results = ['build', 'format:check', 'lint', 'typecheck', 'lint:packed', 'release:check'].map(
	runScript,
);
results.push(runJest(['domain', 'nodes', 'templates', 'documents'], ['--testTimeout=120000']));
results.push(runJest(['e2e'], ['--runInBand', '--testTimeout=600000']));

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const failed = sum('failed');
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
