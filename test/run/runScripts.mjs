import { spawn } from 'node:child_process';
import process from 'node:process';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const AT_ONCE = 2;

/**
 * Runs scripts of package.json, two at a time. Each counts as one test: it passes or it fails.
 *
 * @returns {Promise<{ passed: number, failed: number, failures: { name: string, message: string }[] }>}
 */
export async function runScripts(root, names) {
	const left = [...names];
	const failures = [];
	const work = async () => {
		for (let name = left.shift(); name !== undefined; name = left.shift()) {
			const message = await runScript(root, name);
			if (message !== undefined) failures.push({ name: `npm run ${name}`, message });
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return { passed: names.length - failures.length, failed: failures.length, failures };
}

/** What the script said when it failed; undefined when it passed. */
function runScript(root, name) {
	const startedAt = Date.now();
	return new Promise((resolve) => {
		let output = '';
		const keep = (chunk) => (output += chunk);
		const child = spawn(NPM, ['run', '--silent', name], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', ({ message }) => keep(message));
		child.on('close', (code) => {
			const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
			console.log(`${code === 0 ? '✓' : '✗'} npm run ${name}: ${seconds} s`);
			resolve(code === 0 ? undefined : output.trim());
		});
	});
}
