import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectTo, type N8nClient } from '../../harness/client';
import { n8nEnvironment } from '../../harness/environment';
import { findFreePort, untilFree } from '../../harness/freePort';
import { spawnN8n, type N8nCommand, type N8nProcess } from '../../harness/n8nProcess';
import { prepareUserFolder } from '../../harness/userFolder';
import type { Service } from './services';

const PACKAGE = join(__dirname, '..', '..', '..');
const READY_WITHIN_MS = 240_000;

/** One process of queue mode. */
export interface Part {
	name: string;
	url: string;
	kill9(): Promise<void>;
	start(): Promise<void>;
	/** Starts it again when it has ended by itself, as a supervisor would. */
	ensure(): Promise<void>;
	stop(): Promise<void>;
	log(): string;
}

export interface Cluster {
	main: Part;
	webhook: Part;
	workers: Part[];
	client: N8nClient;
	stop(): Promise<void>;
}

interface Around {
	redis: Service;
	postgres: Service;
	/** Where calls to vendors go. */
	vendors: Record<string, string>;
}

/** One main, two workers and one webhook processor, with the package on each of them. */
export async function startCluster(around: Around): Promise<Cluster> {
	const mainPort = await findFreePort();
	const mainUrl = `http://127.0.0.1:${mainPort}`;
	const shared = { ...queueEnvironment(around), N8N_WEBHOOK_URL: `${mainUrl}/` };
	const main = await definePart('main', { command: 'start', shared, port: mainPort });
	await main.start();
	const others = await Promise.all([
		definePart('webhook processor', { command: 'webhook', shared }),
		definePart('worker 1', { command: 'worker', shared }),
		definePart('worker 2', { command: 'worker', shared }),
	]);
	for (const part of others) await part.start();
	const [webhook, ...workers] = others;
	if (webhook === undefined) throw new Error('there is no webhook processor');
	const client = connectTo(mainUrl);
	await client.signIn();
	return {
		main,
		webhook,
		workers,
		client,
		stop: async () => {
			for (const part of [...others, main]) await part.kill9().then(part.stop);
		},
	};
}

/**
 * n8n's own two connections a process keep ten executions waiting, and what waits for longer than
 * twenty seconds, as after a restart of the database, n8n gives up together with its data.
 */
const DATABASE = { DB_POSTGRESDB_POOL_SIZE: '10', DB_POSTGRESDB_CONNECTION_TIMEOUT: '120000' };

const queueEnvironment = ({ redis, postgres, vendors }: Around): Record<string, string> => ({
	...vendors,
	EXECUTIONS_MODE: 'queue',
	EXECUTIONS_DATA_PRUNE: 'false',
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
	// It takes the newest first: behind a long queue n8n never gets to what died.
	N8N_EXECUTIONS_QUEUE_RECOVERY_BATCH: '5000',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	...DATABASE,
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: 'n8n',
	DB_POSTGRESDB_USER: 'n8n',
	DB_POSTGRESDB_PASSWORD: 'n8n',
});

interface PartOptions {
	command: N8nCommand;
	shared: Record<string, string>;
	port?: number;
}

async function definePart(name: string, { command, shared, port }: PartOptions): Promise<Part> {
	const own = port ?? (await findFreePort());
	const brokerPort = await findFreePort();
	const folder = prepareUserFolder(PACKAGE);
	const url = `http://127.0.0.1:${own}`;
	const environment = {
		...n8nEnvironment({ userFolder: folder.path, port: own, brokerPort }),
		...shared,
		QUEUE_HEALTH_CHECK_PORT: String(own),
	};
	let running: N8nProcess | undefined;
	const end = async (how: 'stop' | 'kill9') => {
		await running?.[how]();
		running = undefined;
		await untilFree([own, brokerPort]);
	};
	const start = async () => {
		running = spawnN8n(environment, folder.logFile, command);
		await untilReady(name, url, running);
	};
	return {
		name,
		url,
		start,
		log: () => running?.log() ?? '',
		ensure: async () => {
			if (running === undefined || running.hasEnded()) await start();
		},
		kill9: () => end('kill9'),
		stop: () => end('stop').then(folder.remove),
	};
}

async function untilReady(name: string, url: string, part: N8nProcess): Promise<void> {
	const deadline = Date.now() + READY_WITHIN_MS;
	while (Date.now() < deadline && !part.hasEnded()) {
		const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		if (answer?.ok) return;
		await sleep(200);
	}
	throw new Error(`The ${name} did not get ready:\n${part.log().slice(-2_000)}`);
}
