import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isPortTaken } from '../../harness/freePort';
import { whenWeEnd } from './whenWeEnd';

/** A service of the system that can be ended and brought back on the same data. */
export interface Service {
	port: number;
	restart(): Promise<void>;
	stop(): Promise<void>;
}

const POSTGRES_HOME = '/usr/lib/postgresql';
const REDIS = '/usr/bin/redis-server';
const REDIS_CLI = '/usr/bin/redis-cli';

/** What Debian calls a service, and where it is when it is there. */
const SERVICES = { postgresql: POSTGRES_HOME, 'redis-server': REDIS };
type ServiceName = keyof typeof SERVICES;

const BOTH: readonly ServiceName[] = ['redis-server', 'postgresql'];

const missingOf = (wanted: readonly ServiceName[]): ServiceName[] =>
	wanted.filter((name) => !existsSync(SERVICES[name]));

/** Whether services can be installed without asking: on Debian, as root. */
const mayInstall = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Whether this machine has the services, or can be given them. */
export const canHave = (...wanted: ServiceName[]): boolean =>
	missingOf(wanted).length === 0 || mayInstall();

/** Installs Redis and PostgreSQL, or what is wanted of them, where that can be done without asking. */
export function installServices(...wanted: ServiceName[]): void {
	const missing = missingOf(wanted.length === 0 ? BOTH : wanted);
	if (missing.length === 0) return;
	const names = missing.join(' ');
	if (!mayInstall()) {
		throw new Error(`Missing: ${names}. On Debian, as root: apt-get install ${names}`);
	}
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...args: string[]) => execFileSync('apt-get', args, { env, stdio: 'ignore' });
	apt('update');
	apt('install', '-y', '--no-install-recommends', ...missing);
}

/** A Redis on loopback that writes down everything at once, as a queue needs it. */
export async function startRedis(): Promise<Service> {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-redis-'));
	const port = await findFreePort();
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
	let child: ChildProcess | undefined;
	const start = async () => {
		child = spawn(REDIS, [...settings, ...durable], { stdio: 'ignore' });
		await untilTaken(port);
	};
	const end = async () => {
		const ended = new Promise((resolve) => child?.once('exit', resolve));
		child?.kill('SIGTERM');
		await ended;
	};
	await start();
	const callOff = whenWeEnd([REDIS_CLI, '-p', String(port), 'shutdown', 'nosave']);
	return {
		port,
		restart: async () => {
			await end();
			await start();
		},
		stop: async () => {
			callOff();
			await end();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** A PostgreSQL on loopback with one empty database `n8n` of the user `n8n`. */
export async function startPostgres(): Promise<Service> {
	const [version = ''] = readdirSync(POSTGRES_HOME).sort().reverse();
	const program = (name: string) => join(POSTGRES_HOME, version, 'bin', name);
	const folder = mkdtempSync(join(tmpdir(), 'handoff-postgres-'));
	const data = join(folder, 'data');
	const port = await findFreePort();
	mkdirSync(data);
	chmodSync(folder, 0o755);
	const asRoot = process.getuid?.() === 0;
	if (asRoot) execFileSync('chown', ['-R', 'postgres', folder]);
	// PostgreSQL refuses to run as root.
	const become = asRoot ? ['runuser', '-u', 'postgres', '--'] : [];
	const run = (name: string, ...args: string[]) => {
		const [first = '', ...rest] = [...become, program(name), ...args];
		execFileSync(first, rest, { stdio: 'ignore', cwd: folder });
	};
	const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
	const control = (...args: string[]) => run('pg_ctl', '-D', data, '-w', ...args);
	const start = () => control('-l', join(folder, 'log'), '-o', options, 'start');
	run('initdb', '-D', data, '-A', 'trust', '-U', 'n8n');
	start();
	const callOff = whenWeEnd([...become, program('pg_ctl'), '-D', data, '-m', 'immediate', 'stop']);
	run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', 'n8n');
	return {
		port,
		restart: async () => {
			control('-m', 'fast', 'stop');
			start();
			await untilTaken(port);
		},
		stop: async () => {
			callOff();
			control('-m', 'fast', 'stop');
			await Promise.resolve(rmSync(folder, { recursive: true, force: true }));
		},
	};
}

async function untilTaken(port: number): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (!(await isPortTaken(port))) {
		if (Date.now() > deadline) throw new Error(`nothing listens on port ${port}`);
		await sleep(50);
	}
}
