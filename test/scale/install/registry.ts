import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates } from '../../fakes/authority';
import { egressEnvironment, readEgress, type Refusal } from '../../fakes/egress';
import type { Packed } from './packVersion';

/** A package registry on loopback that an n8n takes for the one it knows. */
export interface Registry {
	/** Puts a version up; the newest put up is `latest`. */
	publish(packed: Packed): void;
	/** Paths that were asked for, in order. */
	asked: string[];
	/** Environment of a Node program, and of the npm it starts, that reaches this and nothing else. */
	environment(): Record<string, string>;
	refusedConnections(): Refusal[];
	stop(): Promise<void>;
}

/** Starts a stand-in of the registry that npm comes set to: the one that n8n asks, too. */
export async function startRegistry(): Promise<Registry> {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-registry-'));
	const noSettings = join(folder, 'npmrc');
	writeFileSync(noSettings, '');
	const host = registryHost(noSettings);
	const certificates = await makeCertificates([host]);
	const authorityFile = join(folder, 'authority.pem');
	writeFileSync(authorityFile, certificates.authority);
	const published: Packed[] = [];
	const asked: string[] = [];
	const { certificate: cert, privateKey: key } = certificates;
	const server = createServer({ key, cert }, (request, response) => {
		asked.push(request.url ?? '');
		answer(published, request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const logFile = join(folder, 'egress.jsonl');
	return {
		asked,
		publish: (packed) => void published.push(packed),
		environment: () => ({
			...egressEnvironment({ routes: { [`${host}:443`]: port }, logFile, authorityFile }),
			// npm keeps to what it comes set to, whatever this machine says.
			npm_config_userconfig: noSettings,
			npm_config_globalconfig: `${noSettings}-global`,
			npm_config_update_notifier: 'false',
		}),
		refusedConnections: () => readEgress(logFile),
		stop: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The host of the registry that npm comes set to, without the settings of this machine. */
function registryHost(noSettings: string): string {
	const settings = ['--userconfig', noSettings, '--globalconfig', `${noSettings}-global`];
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)),
	);
	const options = { env, encoding: 'utf8', shell: process.platform === 'win32' } as const;
	return new URL(execFileSync('npm', ['config', 'get', 'registry', ...settings], options)).host;
}

/** Answers as the registry does: a package, one of its versions or tags, or a tarball. */
function answer(published: readonly Packed[], request: IncomingMessage, response: ServerResponse) {
	const [, name = '', ...rest] = decodeURIComponent(request.url ?? '').split('/');
	const base = `https://${request.headers.host}/${name}`;
	const versions = published.filter(({ manifest }) => manifest.name === name);
	const latest = versions.at(-1);
	const tell = (status: number, body: unknown) =>
		response
			.writeHead(status, { 'content-type': 'application/json' })
			.end(body instanceof Buffer ? body : JSON.stringify(body));
	if (latest === undefined || request.method !== 'GET') return tell(404, { error: 'Not found' });
	if (rest.length === 0) return tell(200, packageOf(versions, latest, base));
	if (rest[0] === '-') {
		const file = versions.find((one) => rest[1] === tarballOf(one));
		return file ? tell(200, file.tarball) : tell(404, { error: 'Not found' });
	}
	const wanted =
		rest[0] === 'latest' ? latest : versions.find((one) => one.manifest.version === rest[0]);
	return wanted ? tell(200, versionOf(wanted, base)) : tell(404, 'version not found');
}

const tarballOf = ({ manifest }: Packed): string => `${manifest.name}-${manifest.version}.tgz`;

const versionOf = (packed: Packed, base: string) => ({
	...packed.manifest,
	_id: `${packed.manifest.name}@${packed.manifest.version}`,
	dist: {
		tarball: `${base}/-/${tarballOf(packed)}`,
		integrity: packed.integrity,
		shasum: packed.shasum,
	},
});

const packageOf = (versions: readonly Packed[], latest: Packed, base: string) => ({
	name: latest.manifest.name,
	'dist-tags': { latest: latest.manifest.version },
	versions: Object.fromEntries(
		versions.map((one) => [one.manifest.version, versionOf(one, base)] as const),
	),
});
