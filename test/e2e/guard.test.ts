import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const GUARD = join(__dirname, '..', 'harness', 'guard.mjs');

describe('the guard around n8n', () => {
	it('ends what it started when the program that started it is killed', async () => {
		const long = `console.log(process.pid); setInterval(() => undefined, 1000)`;
		const starter = `
			const { spawn } = require('node:child_process');
			const stdio = ['pipe', 'inherit', 'inherit'];
			spawn(process.execPath, [${JSON.stringify(GUARD)}, '-e', ${JSON.stringify(long)}], {
				detached: true,
				stdio,
			});
		`;
		const program = spawn(process.execPath, ['-e', starter], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const pid = await new Promise<number>((resolve, reject) => {
			program.stdout.once('data', (text) => resolve(Number(text)));
			program.stdout.once('end', () => reject(new Error('The guard ended without a child.')));
		});
		expect(isAlive(pid)).toBe(true);

		program.kill('SIGKILL');

		for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(50);
		expect(isAlive(pid)).toBe(false);
	});
});

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
