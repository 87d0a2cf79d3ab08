import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { n8n as oldest, packages as pinned } from './oldestN8n.json';

/** The oldest n8n that our templates support: the first that Handoff Accept can wait in. */
export const OLDEST_N8N = oldest;

const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'] as const;
const FILES = ['nodes.json', 'credentials.json'].map((name) => `package/dist/types/${name}`);
const CACHE = join(__dirname, '..', '..', '..', '.run', 'n8n');

const releaseSchema = z.object({ version: z.string(), dependencies: z.record(z.string()) });
const packedSchema = z.array(z.object({ filename: z.string(), integrity: z.string() }));

/**
 * The node descriptions of a release of n8n, in a folder as `readCatalogue` takes it. They are
 * fetched from npm once (two packages without what they depend on, some 12 MB) and kept in `.run`:
 * they are n8n's, under its Sustainable Use License, and no part of this project.
 *
 * @param wanted a version such as `2.40.3`, or `2.39.x` for the newest of those
 * @throws HandoffProblem when there is no such release or npm cannot be reached
 */
export function describedN8n(wanted: string): string {
	const kept = join(CACHE, wanted);
	if (existsSync(kept)) return kept;
	const { version, dependencies } = releaseOf(wanted);
	const folder = join(CACHE, version);
	if (!existsSync(folder)) fetchRelease(folder, dependencies);
	return folder;
}

function releaseOf(wanted: string): z.infer<typeof releaseSchema> {
	if (wanted === oldest) {
		const versions = Object.entries(pinned).map(([name, one]) => [name, one.version]);
		return { version: oldest, dependencies: Object.fromEntries(versions) };
	}
	const fields = ['version', 'dependencies', '--json'];
	const said: unknown = JSON.parse(npm(['view', `n8n@${wanted}`, ...fields], CACHE));
	const [newest] = z
		.array(releaseSchema)
		.parse([said].flat())
		.sort((one, other) => other.version.localeCompare(one.version, 'en', { numeric: true }));
	if (newest !== undefined) return newest;
	throw new HandoffProblem(
		`There is no n8n ${wanted}.`,
		'Write a version such as 2.41.1, or 2.39.x for the newest of those.',
	);
}

/** Another process may fetch at the same time: whoever is first puts the whole folder in place. */
function fetchRelease(folder: string, dependencies: Record<string, string>): void {
	mkdirSync(CACHE, { recursive: true });
	const work = mkdtempSync(join(CACHE, '.fetch-'));
	try {
		for (const name of PACKAGES) fetchPackage(work, name, dependencies[name] ?? 'latest');
		renameSync(join(work, 'node_modules'), folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

function fetchPackage(work: string, name: (typeof PACKAGES)[number], version: string): void {
	const output = npm(['pack', `${name}@${version}`, '--json', '--ignore-scripts'], work);
	const [packed] = packedSchema.parse(JSON.parse(output));
	if (packed === undefined) throw new Error(`npm packed nothing for ${name}`);
	const file = join(work, packed.filename.replace('@', '').replace('/', '-'));
	requirePinned(file, { name, version });
	const target = join(work, 'node_modules', name);
	mkdirSync(target, { recursive: true });
	const tar = ['-xzf', file, '-C', target, '--strip-components=1', ...FILES];
	if (spawnSync('tar', tar, { stdio: 'inherit' }).status === 0) return;
	throw new HandoffProblem(`${file} cannot be unpacked.`, 'See that the program tar is installed.');
}

/** The oldest release is held to what it was when our templates were checked against it. */
function requirePinned(
	file: string,
	{ name, version }: { name: keyof typeof pinned; version: string },
) {
	const { version: pinnedVersion, integrity } = pinned[name];
	if (version !== pinnedVersion) return;
	const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
	if (found === integrity) return;
	throw new HandoffProblem(
		`${name}@${version} from the registry is not what it was (${found}).`,
		'See where your npm gets its packages from (npm config get registry).',
	);
}

function npm(args: readonly string[], folder: string): string {
	mkdirSync(folder, { recursive: true });
	const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const { status, stdout, stderr } = spawnSync(program, args, {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 64e6,
		// Not what an `npm run` around this program says of its own folder and of what to show.
		env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/.test(name))),
	});
	if (status === 0) return stdout.trim();
	if (/E404|ETARGET/.test(stdout + stderr)) return '[]';
	throw new HandoffProblem(
		`npm could not fetch the node descriptions: ${stderr.trim().split('\n').at(0) ?? status}`,
		'Check the network (npm ping) and start again.',
	);
}
