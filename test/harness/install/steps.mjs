import { spawn } from 'node:child_process';
import process from 'node:process';

const HEARTBEAT_MS = 30_000;
const SHOWN_LINES = 20;

/** A set-up step that failed, with what the person in front of it can do. */
export class SetUpProblem extends Error {
	constructor(message, remedy) {
		super(message);
		this.name = 'SetUpProblem';
		this.remedy = remedy;
	}
}

/**
 * Runs a command as one step of a set-up and shows how far it is and how long it takes: on a terminal
 * by a line that counts, elsewhere by plain lines.
 *
 * @param {string} label what is going on, in the user's words
 * @param {string[]} command
 * @param {{
 *   cwd?: string,
 *   env?: Record<string, string | undefined>,
 *   progress?: () => string,
 *   remedy?: (output: string) => string,
 * }} options `progress` says how far it is, such as "812 of 2,000 packages"
 * @throws {SetUpProblem} with the end of the command's output
 */
export async function runStep(label, command, { cwd, env, progress, remedy } = {}) {
	const clock = showClock(label, progress);
	const { code, output } = await run(command, { cwd, env });
	clock.stop(code === 0);
	if (code === 0) return;
	throw new SetUpProblem(
		`"${label}" failed. What ${command[0]} said:\n${readError(output)}`,
		remedy?.(output) ?? 'Run the command again; what is half done is done anew.',
	);
}

/** The first lines from the first error on, or the last ones when none is marked as such. */
function readError(output) {
	const lines = output.trim().split('\n');
	const first = lines.findIndex((line) => /\berr(or)?\b/i.test(line));
	return lines
		.slice(first < 0 ? -SHOWN_LINES : first)
		.slice(0, SHOWN_LINES)
		.join('\n');
}

/** Prints a problem with its remedy and makes the program fail. */
export function reportProblem(problem) {
	process.stderr.write(`\n${problem.message ?? problem}\n`);
	if (problem.remedy) process.stderr.write(`\nWhat to do: ${problem.remedy}\n`);
	process.exitCode = 1;
}

function run([program, ...args], { cwd, env }) {
	return new Promise((resolve) => {
		let output = '';
		const keep = (chunk) => {
			output = (output + chunk).slice(-100_000);
		};
		const child = spawn(program, args, {
			cwd,
			env: env ?? process.env,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
		child.on('close', (code) => resolve({ code, output }));
	});
}

function showClock(label, progress) {
	const startedAt = Date.now();
	const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const soFar = () => [progress?.(), seconds()].filter(Boolean).join(', ');
	const terminal = process.stdout.isTTY;
	const write = (mark, end) => {
		const line = `${mark} ${label} (${soFar()})`;
		process.stdout.write(terminal ? `\r\u001b[2K${line}${end}` : `${line}\n`);
	};
	if (!terminal) process.stdout.write(`- ${label} ...\n`);
	const timer = setInterval(() => write('-', ''), terminal ? 1_000 : HEARTBEAT_MS);
	return {
		stop(worked) {
			clearInterval(timer);
			write(worked ? '✓' : '✗', '\n');
		},
	};
}
