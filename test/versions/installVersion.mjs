import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { N8N_FOLDER, requireSpace } from '../harness/install/install.mjs';
import { compilerEnvironment, npmEnvironment, npmRemedy } from '../harness/install/npm.mjs';
import { runStep } from '../harness/install/steps.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What older releases ask for, and a registry need not have: a tarball from another place. */
const OLDER = { xlsx: '0.18.5' };

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Installs one release of n8n from the registry, or finds it installed: in 4 to 7 minutes and 2 GB.
 * It runs on the Node of the usual n8n, which every release since 1.88 allows. Kept until somebody
 * removes `.run/versions`; half an installation is done anew.
 *
 * @returns {Promise<string>} its folder
 * @throws {SetUpProblem} when the registry does not hold all it asks for, or the disk is full
 */
export async function installVersion(version) {
	const usual = readJson(join(N8N_FOLDER, 'package.json'));
	if (usual.dependencies.n8n === version) return N8N_FOLDER;
	const folder = join(ROOT, '.run', 'versions', version);
	const stamp = join(folder, 'installed');
	if (existsSync(stamp)) return folder;
	mkdirSync(folder, { recursive: true });
	requireSpace(folder);
	cpSync(join(N8N_FOLDER, '.npmrc'), join(folder, '.npmrc'));
	const overrides = { ...usual.overrides, ...OLDER };
	const content = { private: true, dependencies: { n8n: version }, overrides };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(content, null, '\t'));
	const options = { cwd: folder, env: npmEnvironment(), remedy: npmRemedy };
	await runStep(`Install n8n ${version} (once, some minutes)`, ['npm', 'install'], options);
	await compileDatabase(folder, version);
	writeFileSync(stamp, version);
	return folder;
}

/** Takes over what was compiled for the usual n8n, where both have the same release of it. */
async function compileDatabase(folder, version) {
	const [here, there] = [folder, N8N_FOLDER].map((one) => join(one, 'node_modules', 'sqlite3'));
	const releaseOf = (place) => readJson(join(place, 'package.json')).version;
	const build = join(there, 'build');
	if (existsSync(build) && releaseOf(here) === releaseOf(there)) {
		rmSync(join(here, 'build'), { recursive: true, force: true });
		cpSync(build, join(here, 'build'), { recursive: true });
		return;
	}
	const compile = ['npm', 'rebuild', 'sqlite3', '--ignore-scripts=false'];
	const options = { cwd: folder, env: compilerEnvironment(N8N_FOLDER), remedy: npmRemedy };
	await runStep(`Build the database driver of n8n ${version}`, compile, options);
}
