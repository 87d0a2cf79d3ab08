import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { egressEnvironment, readEgress, type Refusal } from '../standins/egress';
import { connectTo, type N8nClient } from './client';
import { N8N_ENTRY, n8nEnvironment, NODE_BINARY } from './environment';
import { findFreePort, isPortTaken } from './freePort';
import { spawnN8n, type N8nProcess } from './n8nProcess';

export interface StartOptions {
	/** Folder of the built package: its package.json and dist are copied into n8n. */
	packageFrom: string;
	/** n8n's own folder; a temporary one, removed by `stop`, when not given. */
	userFolder?: string;
	/** A free one when not given. */
	port?: number;
	/** n8n settings that differ from the usual ones. */
	env?: Record<string, string>;
	/** Where calls to vendors go; without it every outgoing connection is refused. */
	standins?: { environment(): Record<string, string>; refusedConnections(): Refusal[] };
	/** How long n8n may take until it answers, in milliseconds. */
	readyWithinMs?: number;
}

export interface RunningN8n {
	url: string;
	port: number;
	userFolder: string;
	logFile: string;
	/** Milliseconds from the last start until n8n was ready and the owner signed in. */
	readyAfterMs: number;
	client: N8nClient;
	/** What n8n printed since the last start. */
	log(): string;
	/** Connections that n8n wanted to open to the world and was not allowed to. */
	refusedConnections(): Refusal[];
	/** Stops n8n, frees its ports and removes a temporary user folder. */
	stop(): Promise<void>;
	/** Kills n8n at once, as a power cut would; `restart` brings it back. */
	kill9(): Promise<void>;
	/** Stops n8n if it runs, and starts it again on the same folder and ports. */
	restart(): Promise<void>;
}

/**
 * Starts a real n8n with our package, on loopback and free ports, sets up its owner and signs in.
 * It ends with this program, however that ends.
 *
 * @throws Error with the end of n8n's log when n8n does not get ready in time.
 */
export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	requireInstalled(options.packageFrom);
	const userFolder = options.userFolder ?? mkdtempSync(join(tmpdir(), 'handoff-n8n-'));
	const port = options.port ?? (await findFreePort());
	const brokerPort = await findFreePort();
	const egressLog = join(userFolder, 'egress.jsonl');
	const logFile = join(userFolder, 'n8n.log');
	const url = `http://127.0.0.1:${port}`;
	const environment = {
		...n8nEnvironment({ userFolder, port, brokerPort }),
		...(options.standins?.environment() ?? egressEnvironment({ routes: {}, logFile: egressLog })),
		...options.env,
	};
	const client = connectTo(url);
	installPackage(options.packageFrom, userFolder);

	let running: N8nProcess;
	const start = async () => {
		const startedAt = Date.now();
		running = spawnN8n(environment, logFile);
		try {
			await untilReady(url, running, options.readyWithinMs ?? 120_000);
			await client.signIn();
		} catch (problem) {
			await running.kill9();
			throw problem;
		}
		n8n.readyAfterMs = Date.now() - startedAt;
	};
	const end = async (how: 'stop' | 'kill9') => {
		await running[how]();
		while ((await isPortTaken(port)) || (await isPortTaken(brokerPort))) await sleep(25);
	};
	const n8n: RunningN8n = {
		url,
		port,
		userFolder,
		logFile,
		readyAfterMs: 0,
		client,
		log: () => running.log(),
		refusedConnections: () => options.standins?.refusedConnections() ?? readEgress(egressLog),
		stop: async () => {
			await end('stop');
			if (!options.userFolder) rmSync(userFolder, { recursive: true, force: true });
		},
		kill9: () => end('kill9'),
		restart: async () => {
			await end('stop');
			await start();
		},
	};
	await start();
	return n8n;
}

function requireInstalled(packageFrom: string): void {
	if (!existsSync(N8N_ENTRY) || !existsSync(NODE_BINARY)) {
		throw new Error('The real n8n is not installed. Run: node demo/install.mjs');
	}
	if (!existsSync(join(packageFrom, 'dist'))) {
		throw new Error(`There is no built package in ${packageFrom}. Run: npm run build`);
	}
}

/** Puts the package where n8n looks for community packages when it starts. */
function installPackage(packageFrom: string, userFolder: string): void {
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-handoff');
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const entry of ['package.json', 'dist']) {
		cpSync(join(packageFrom, entry), join(target, entry), { recursive: true });
	}
}

async function untilReady(url: string, n8n: N8nProcess, withinMs: number): Promise<void> {
	const deadline = Date.now() + withinMs;
	while (Date.now() < deadline) {
		const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		if (answer?.ok) return;
		if (n8n.hasEnded()) break;
		await sleep(100);
	}
	throw new Error(`n8n did not get ready. The end of its log:\n${n8n.log().slice(-3_000)}`);
}
