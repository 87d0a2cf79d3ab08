import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { egressEnvironment, readEgress, type Refusal } from '../fakes/egress';
import { connectTo, type N8nClient } from './client';
import { N8N_ENTRY, n8nEntryIn, n8nEnvironment, NODE_BINARY } from './environment';
import { findFreePort, untilFree } from './freePort';
import { onOwnConnection } from './onOwnConnection';
import { spawnN8n, type N8nProcess } from './n8nProcess';
import { prepareUserFolder } from './userFolder';

export interface StartOptions {
	/** Folder of the built package, whose package.json and dist are copied into n8n; none without. */
	packageFrom?: string;
	/** Folder of another n8n than the usual one, as npm installed it. */
	n8nFrom?: string;
	/** n8n's own folder; a temporary one, removed by `stop`, when not given. */
	userFolder?: string;
	/** A free one when not given. */
	port?: number;
	/** n8n settings that differ from the usual ones. */
	env?: Record<string, string>;
	/** Where calls to vendors go; without it every outgoing connection is refused. */
	standins?: { environment(): Record<string, string>; refusedConnections(): Refusal[] };
	/** What n8n takes the time from; the machine's clock when not given. */
	clock?: { environment(nodeOptions: string): Record<string, string> };
	/** How long n8n may take until it answers, in milliseconds. */
	readyWithinMs?: number;
}

export interface RunningN8n {
	url: string;
	port: number;
	userFolder: string;
	logFile: string;
	client: N8nClient;
	/** Milliseconds from the last start until n8n was ready and the owner signed in. */
	readyAfterMs(): number;
	/** What n8n printed since the last start. */
	log(): string;
	/** Connections that n8n wanted to open to the world and was not allowed to. */
	refusedConnections(): Refusal[];
	/** Stops n8n, frees its ports and removes a temporary user folder. */
	stop(): Promise<void>;
	/** Kills n8n at once, as a power cut would; `restart` brings it back. */
	kill9(): Promise<void>;
	/**
	 * Stops n8n if it runs, and starts it again on the same folder and ports. After a kill n8n by
	 * itself waits ten seconds before it starts.
	 */
	restart(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;

/**
 * Starts a real n8n with our package, on loopback and free ports, sets up its owner and signs in.
 * It ends with this program, however that ends.
 *
 * @throws Error with the end of n8n's log when n8n does not get ready in time.
 */
export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	const { standins } = options;
	const entry = options.n8nFrom === undefined ? N8N_ENTRY : n8nEntryIn(options.n8nFrom);
	requireInstalled(entry);
	const port = options.port ?? (await findFreePort());
	const brokerPort = await findFreePort();
	await untilFree([port, brokerPort]);
	const folder = prepareUserFolder(options.packageFrom, options.userFolder);
	const sealed = egressEnvironment({ routes: {}, logFile: folder.egressLog });
	const url = `http://127.0.0.1:${port}`;
	const client = connectTo(url);
	const outside = standins?.environment() ?? sealed;
	const environment = {
		...n8nEnvironment({ userFolder: folder.path, port, brokerPort }),
		...outside,
		...options.clock?.environment(outside.NODE_OPTIONS ?? ''),
		...options.env,
	};
	const life = lifeOf({
		url,
		ports: [port, brokerPort],
		spawn: () => spawnN8n(environment, folder.logFile, 'start', entry),
		signIn: () => client.signIn(),
		readyWithinMs: options.readyWithinMs ?? READY_WITHIN_MS,
	});
	await life.start().catch((problem: unknown) => {
		folder.remove();
		throw problem;
	});
	return {
		url,
		port,
		userFolder: folder.path,
		logFile: folder.logFile,
		client,
		readyAfterMs: life.readyAfterMs,
		log: life.log,
		refusedConnections: () => standins?.refusedConnections() ?? readEgress(folder.egressLog),
		kill9: () => life.end('kill9'),
		stop: () => life.end('stop').then(folder.remove),
		restart: () => life.end('stop').then(life.start),
	};
}

interface Life {
	url: string;
	ports: number[];
	spawn(): N8nProcess;
	signIn(): Promise<void>;
	readyWithinMs: number;
}

/** Starts and ends one n8n, any number of times, on the same ports. */
function lifeOf({ url, ports, spawn, signIn, readyWithinMs }: Life) {
	let running: N8nProcess | undefined;
	let readyAfterMs = 0;
	return {
		log: () => running?.log() ?? '',
		readyAfterMs: () => readyAfterMs,
		start: async () => {
			const startedAt = Date.now();
			const started = spawn();
			running = started;
			try {
				await untilReady(url, started, readyWithinMs);
				await signIn();
			} catch (problem) {
				await started.kill9();
				throw problem;
			}
			readyAfterMs = Date.now() - startedAt;
		},
		end: async (how: 'stop' | 'kill9') => {
			await running?.[how]();
			await untilFree(ports);
		},
	};
}

function requireInstalled(entry: string): void {
	if (existsSync(entry) && existsSync(NODE_BINARY)) return;
	throw new Error('The real n8n is not installed. Run: node test/harness/install/install.mjs');
}

async function untilReady(url: string, n8n: N8nProcess, withinMs: number): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (Date.now() < deadline) {
		const answer = await fetch(`${url}/healthz/readiness`, onOwnConnection()).catch(
			() => undefined,
		);
		if (answer?.ok) return;
		if (n8n.hasEnded()) break;
		await sleep(100);
	}
	throw new Error(`n8n did not get ready. The end of its log:\n${n8n.log().slice(-3_000)}`);
}
