import { execFileSync } from 'node:child_process';

const QUIET = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1'];

/** Runs statements in the database `n8n` of a PostgreSQL on loopback and returns what they say. */
export const psql = (port: number, input: string): string =>
	execFileSync('psql', [...QUIET, '-p', String(port), 'n8n', 'n8n'], {
		input,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
	});
