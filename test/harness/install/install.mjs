import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installChromium } from './chromium.mjs';
import { compilerEnvironment, nodeBinary, npmEnvironment, npmRemedy } from './npm.mjs';
import { reportProblem, runStep, SetUpProblem } from './steps.mjs';

export { installChromium };

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..', '..');
export const N8N_FOLDER = join(ROOT, 'demo', 'n8n');
const N8N_NEEDS_BYTES = 4e9;
const COMPILED = ['sqlite3', 'isolated-vm'];

/** Installs what the package is built and tested with, when it is missing or out of date. */
export async function installRoot(folder = ROOT) {
	requireNode();
	if (isCurrent(folder)) return;
	if (!isComplete(folder)) {
		await runStep('Install the tools of this project', ['npm', 'ci'], {
			cwd: folder,
			env: npmEnvironment(),
			remedy: npmRemedy,
		});
	}
	markCurrent(folder);
}

/**
 * Installs the real n8n with a Node of its own, when it is missing or out of date. Takes 3 to 10
 * minutes and 2.5 GB, once. After an interrupted run npm unpacks everything anew, but downloads only
 * what it has not got yet.
 */
export async function installN8n(folder = N8N_FOLDER) {
	requireNode();
	if (isCurrent(folder) && existsSync(nodeBinary(folder))) return;
	if (!isComplete(folder) || !loadsCompiledParts(folder)) await installN8nAnew(folder);
	markCurrent(folder);
}

async function installN8nAnew(folder) {
	requireSpace(folder);
	rmSync(stampOf(folder), { force: true });
	const step = (label, args, more = {}) =>
		runStep(label, ['npm', ...args], {
			cwd: folder,
			env: npmEnvironment(),
			remedy: npmRemedy,
			...more,
		});
	const progress = countPackages(folder);
	await step('Download n8n (once, some minutes)', ['ci', '--prefer-offline'], { progress });
	await step('Install the Node that n8n runs on', ['rebuild', 'node', '--ignore-scripts=false']);
	const compile = ['rebuild', ...COMPILED, '--ignore-scripts=false'];
	const env = compilerEnvironment(folder);
	await step('Build the compiled parts of n8n', compile, { env });
	if (loadsCompiledParts(folder)) return;
	throw new SetUpProblem(
		`n8n was installed, but its compiled parts (${COMPILED.join(', ')}) do not load.`,
		`Remove ${join(folder, 'node_modules')} and start again.`,
	);
}

const lockedPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Says how many packages of the lockfile are there; those for other machines do not count. */
function countPackages(folder) {
	const paths = Object.entries(lockedPackages(join(folder, 'package-lock.json')))
		.filter(([path, { optional }]) => path !== '' && !optional)
		.map(([path]) => join(folder, path, 'package.json'));
	return () => `${paths.filter((path) => existsSync(path)).length} of ${paths.length} packages`;
}

function requireNode() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= 20) return;
	throw new SetUpProblem(
		`This is Node ${process.versions.node}; the project needs Node 20 or newer.`,
		'Install a current Node from https://nodejs.org and start again.',
	);
}

/** @throws SetUpProblem when there is no room for another n8n */
export function requireSpace(folder) {
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize >= N8N_NEEDS_BYTES) return;
	throw new SetUpProblem(
		`There are only ${Math.floor((bavail * bsize) / 1e6)} MB free; n8n needs about 4 GB.`,
		'Free some disk space and start again.',
	);
}

const stampOf = (folder) => join(folder, 'node_modules', '.handoff-installed');

function fingerprint(folder) {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
	return hash.update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
}

function isCurrent(folder) {
	const stamp = stampOf(folder);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(folder);
}

function markCurrent(folder) {
	writeFileSync(stampOf(folder), fingerprint(folder));
}

/** Whether npm's own record of what is installed holds every package of the lockfile. */
function isComplete(folder) {
	const record = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const wanted = lockedPackages(join(folder, 'package-lock.json'));
	const present = lockedPackages(record);
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || present[path]?.version === version,
	);
}

function loadsCompiledParts(folder) {
	const script = COMPILED.map((name) => `require('${name}')`).join(';');
	const load = spawnSync(nodeBinary(folder), ['-e', script], { cwd: folder, stdio: 'ignore' });
	return load.status === 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
	try {
		await installRoot();
		await installN8n();
	} catch (problem) {
		reportProblem(problem);
	}
}
