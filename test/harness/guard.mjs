import { spawn } from 'node:child_process';
import process from 'node:process';

// Stands between a program and the n8n it started, as leader of a process group of its own: when
// the program ends in any way, even by kill -9, its end of the pipe closes and n8n goes with it.
const GRACE_MS = 8_000;
const [, , ...command] = process.argv;

const n8n = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'] });

function endGroup() {
	process.kill(-process.pid, 'SIGKILL');
}

process.stdin.resume();
process.stdin.on('close', () => {
	n8n.kill('SIGTERM');
	setTimeout(endGroup, GRACE_MS);
});

n8n.on('exit', endGroup);
n8n.on('error', endGroup);
