/**
 * `npm test [-- static|unit|quick|e2e|FILE...] [--shard=1/4]`: installs what is missing, builds, runs
 * everything or what is named, tells what failed and how to run only that, and ends with the true
 * counts as `N passed, N failed`. Plain JavaScript without dependencies, because it runs before
 * anything is installed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installChromium, installN8n, installRoot } from './harness/install/install.mjs';
import { reportProblem } from './harness/install/steps.mjs';
import { runJest } from './run/runJest.mjs';
import { runScripts } from './run/runScripts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STATIC = ['format:check', 'lint', 'typecheck', 'lint:packed', 'release:check'];
const QUICK = ['domain', 'nodes', 'templates'];
const UNIT_TIMEOUT_MS = 120_000;

/** Draws fewer inputs than by day: the answer is wanted at once. */
const QUICK_RUNS = '0.2';

/** As many at a time as there are cores: they compute. Many more inputs take longer. */
function runUnits(projects, files, env = {}) {
	const timeout = UNIT_TIMEOUT_MS * Math.max(1, Number(process.env.HANDOFF_RUNS ?? 1));
	const more = ['--maxWorkers=100%', `--testTimeout=${timeout}`, ...files];
	return runJest({ root: ROOT, projects, more, env });
}

/** With a real n8n and a real browser, two at a time, because they mostly wait. */
const runEndToEnd = (more) =>
	runJest({
		root: ROOT,
		projects: ['e2e'],
		more: ['--maxWorkers=2', '--testTimeout=600000', ...more],
	});

/** What can be asked for by name, in the order in which it is run, with what it needs. */
const PARTS = {
	static: { installs: [installRoot], builds: true, run: () => runScripts(ROOT, STATIC) },
	quick: {
		installs: [installRoot],
		run: ({ files }) => runUnits(QUICK, files, { HANDOFF_RUNS: QUICK_RUNS }),
	},
	unit: {
		installs: [installRoot, installN8n],
		run: ({ files }) => runUnits([...QUICK, 'n8nNodes', 'documents'], files),
	},
	e2e: {
		installs: [installRoot, installN8n, installChromium],
		builds: true,
		run: ({ files, shard }) => runEndToEnd([...shard, ...files]),
	},
};
const ALL = ['static', 'unit', 'e2e'];

/** Which parts are asked for, each with the files that are named of it; all files when none is. */
function readArguments(given) {
	const shard = given.filter((each) => each.startsWith('--shard='));
	const named = given.filter((each) => !shard.includes(each));
	const files = named.filter((name) => /\.test\.ts$/.test(name) && existsSync(join(ROOT, name)));
	const names = named.filter((name) => !files.includes(name));
	const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
	if (unknown.length > 0) {
		const known = `${Object.keys(PARTS).join(', ')}, or a file such as test/domain/base/html.test.ts`;
		console.log(`There is no ${unknown.join(', ')}. Write: ${known}`);
		process.exit(1);
	}
	const isEndToEnd = (file) => /\btest[\\/]e2e\b/.test(file);
	const byPart = { unit: files.filter((file) => !isEndToEnd(file)), e2e: files.filter(isEndToEnd) };
	const wanted = Object.keys(PARTS).filter((name) => names.includes(name) || byPart[name]?.length);
	return (wanted.length > 0 ? wanted : ALL).map((name) => {
		const only = names.includes(name) ? [] : (byPart[name] ?? []);
		return { ...PARTS[name], shard, files: only.length > 0 ? ['--runTestsByPath', ...only] : [] };
	});
}

/** What failed comes last, where it is read, with the command that runs only that. */
function tell(results) {
	const sum = (key) => results.reduce((total, result) => total + result[key], 0);
	const failures = results.flatMap((result) => result.failures);
	for (const { name, message } of failures) console.log(`\n✗ ${name}\n${message}`);
	const again = failures.flatMap((failure) => failure.again ?? []);
	if (again.length > 0) console.log(`\nOnly these again: npm test -- ${again.join(' ')}`);
	console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
	process.exitCode = sum('failed') === 0 ? 0 : 1;
}

const parts = readArguments(process.argv.slice(2));
try {
	for (const install of new Set(parts.flatMap(({ installs }) => installs))) await install();
} catch (problem) {
	reportProblem(problem);
	console.log('\n0 passed, 1 failed');
	process.exit(1);
}
const results = parts.some(({ builds }) => builds) ? [await runScripts(ROOT, ['build'])] : [];
for (const part of parts) results.push(await part.run(part));
tell(results);
