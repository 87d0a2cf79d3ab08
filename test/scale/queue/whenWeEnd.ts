import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Runs a command when this program has ended, in whatever way, even by kill -9 or Ctrl+C: a shell in
 * a process group of its own waits until the pipe that this program holds is closed.
 *
 * @returns calls it off
 */
export function whenWeEnd(command: readonly string[]): () => void {
	const wait = ['-c', 'cat > /dev/null; exec "$@"', 'sh', ...command];
	const shell = spawn('/bin/sh', wait, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
	shell.unref();
	if (shell.stdin instanceof Socket) shell.stdin.unref();
	return () => {
		if (shell.pid !== undefined && shell.exitCode === null) process.kill(-shell.pid, 'SIGKILL');
	};
}
