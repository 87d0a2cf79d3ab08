/**
 * `npm test [-- static|unit|e2e] [--shard=1/4]`: installs what is missing, builds, runs every suite or
 * those that are named, and ends with the true counts as `N passed, N failed`. Plain JavaScript
 * without dependencies, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installChromium, installN8n, installRoot } from './harness/install/install.mjs';
import { reportProblem } from './harness/install/steps.mjs';

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

/** Runs jest projects; a report that cannot be read counts as one file that cannot be run. */
function runJest(projects, more) {
	console.log(`\n> jest ${projects.join(', ')}`);
	const folder = mkdtempSync(join(tmpdir(), 'handoff-test-'));
	const report = join(folder, 'report.json');
	const config = ['--config', join('test', 'jest.config.js')];
	const output = ['--json', `--outputFile=${report}`];
	const args = [JEST, ...config, '--selectProjects', ...projects, ...output, ...more];
	const passed = run(process.execPath, args);
	try {
		return { passed, files: JSON.parse(readFileSync(report, 'utf8')).testResults };
	} catch {
		return { passed: false, files: [] };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Counts tests; a file that cannot be run counts as one failure. */
function countTests({ passed, files }) {
	const count = (status) =>
		files.flatMap(({ assertionResults }) => assertionResults).filter((one) => one.status === status)
			.length;
	const broken = files.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length;
	const failed = count('failed') + broken;
	return { passed: count('passed'), failed: failed === 0 && !passed ? 1 : failed };
}

const hasFailedTest = ({ assertionResults }) =>
	assertionResults.some(({ status }) => status === 'failed');

/**
 * The suites with a real n8n and a real browser, two at a time, because they mostly wait. A file
 * that fails is run once more, alone: what counts is how it ends on a machine that has time for it.
 */
function runEndToEnd(shard) {
	const first = runJest(['e2e'], ['--maxWorkers=2', '--testTimeout=600000', ...shard]);
	const failed = first.files.filter(({ status }) => status === 'failed');
	if (failed.length === 0) return [countTests(first)];
	const names = failed.map(({ name }) => name);
	console.log(`\nOnce more, alone: ${names.join(', ')}`);
	const again = runJest(
		['e2e'],
		['--runInBand', '--testTimeout=600000', '--runTestsByPath', ...names],
	);
	const held = first.files.filter(({ status }) => status !== 'failed');
	return [countTests({ passed: true, files: held }), countTests(again)];
}

const STATIC = ['format:check', 'lint', 'typecheck', 'lint:packed', 'release:check'];
const UNITS = ['domain', 'nodes', 'templates', 'documents'];

/** What can be asked for by name, in the order in which it is run, with what must be installed. */
const PARTS = {
	static: { installs: [installRoot], run: () => STATIC.map(runScript) },
	unit: {
		installs: [installRoot, installN8n],
		run: () => [countTests(runJest(UNITS, ['--testTimeout=120000']))],
	},
	e2e: { installs: [installRoot, installN8n, installChromium], run: runEndToEnd },
};

const given = process.argv.slice(2);
const shard = given.filter((each) => each.startsWith('--shard='));
const named = given.filter((each) => !shard.includes(each));
const unknown = named.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
	console.log(`There is no ${unknown.join(', ')}. Write: ${Object.keys(PARTS).join(', ')}`);
	process.exit(1);
}
const parts = (named.length > 0 ? named : Object.keys(PARTS)).map((name) => PARTS[name]);

try {
	for (const install of new Set(parts.flatMap(({ installs }) => installs))) await install();
} catch (problem) {
	reportProblem(problem);
	console.log('\n0 passed, 1 failed');
	process.exit(1);
}

const results = [runScript('build'), ...parts.flatMap(({ run: runPart }) => runPart(shard))];
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const failed = sum('failed');
console.log(`\n${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
