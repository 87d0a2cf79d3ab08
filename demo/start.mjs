import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installN8n, installRoot } from '../test/harness/install/install.mjs';
import { reportProblem, runStep } from '../test/harness/install/steps.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (...path) => join(ROOT, 'node_modules', ...path);

/** Runs a TypeScript program of this project in the foreground and takes over its exit code. */
function handOver(program, args) {
	const command = [tool('tsx', 'dist', 'cli.mjs'), join(ROOT, program), ...args];
	const child = spawn(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
	// Ctrl-C reaches the program itself, which needs a moment to stop n8n.
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('exit', (code) => {
		process.exitCode = code ?? 1;
	});
}

const HELP = `npm run demo

Installs n8n, builds the package, and starts both with stand-ins for HubSpot, Slack and ClickUp.
Ctrl-C stops it; it writes nothing outside this folder.`;

async function startDemo() {
	await installRoot();
	await installN8n();
	const build = [process.execPath, tool('gulp', 'bin', 'gulp.js'), 'build'];
	await runStep('Build the package', build, { cwd: ROOT });
	handOver(join('demo', 'demo.ts'), process.argv.slice(2));
}

if (process.argv.includes('--help')) console.log(HELP);
else await startDemo().catch(reportProblem);
