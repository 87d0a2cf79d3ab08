import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { N8N_ENTRY, NODE_BINARY } from './environment';

const GUARD = join(__dirname, 'guard.mjs');
const KEPT_LOG_CHARACTERS = 400_000;

export interface N8nProcess {
	/** Leader of the process group that n8n and its task runner belong to. */
	groupId: number;
	/** What n8n printed so far, the last 400,000 characters of it. */
	log(): string;
	hasEnded(): boolean;
	/** Asks n8n to stop and returns when its whole process group is gone. */
	stop(): Promise<void>;
	/** Kills the whole process group at once, as a power cut would. */
	kill9(): Promise<void>;
}

/** What of n8n runs: all of it, or one part of queue mode. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

/**
 * Starts n8n as leader of a process group that cannot outlive this program.
 *
 * @param entry command line entry of another n8n than the usual one
 */
export function spawnN8n(
	environment: Record<string, string>,
	logFile: string,
	command: N8nCommand = 'start',
	entry = N8N_ENTRY,
): N8nProcess {
	const child = spawn(NODE_BINARY, [GUARD, entry, command], {
		env: environment,
		detached: true,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const groupId = child.pid;
	if (groupId === undefined) throw new Error(`Cannot start ${NODE_BINARY}`);
	const log = keepLog(child, logFile);
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	return {
		groupId,
		log,
		hasEnded,
		stop: async () => {
			child.stdin.destroy();
			await ended;
		},
		kill9: async () => {
			if (!hasEnded()) process.kill(-groupId, 'SIGKILL');
			await ended;
		},
	};
}

function keepLog(child: ChildProcess, logFile: string): () => string {
	const file = createWriteStream(logFile, { flags: 'a' });
	let text = '';
	const keep = (chunk: Buffer) => {
		text = (text + chunk.toString()).slice(-KEPT_LOG_CHARACTERS);
		file.write(chunk);
	};
	child.stdout?.on('data', keep);
	child.stderr?.on('data', keep);
	child.on('close', () => file.end());
	return () => text;
}
