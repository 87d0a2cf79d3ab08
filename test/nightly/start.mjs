/**
 * `npm run test:nightly [-- NAME…]`: everything that takes too long for `npm test`, one after the
 * other, each in a process of its own: what one does to the machine does not stop the next. Plain
 * JavaScript without dependencies, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const MINUTE_MS = 60_000;

/** So many times as many inputs are drawn as by day, and other ones each time. */
const { HANDOFF_RUNS = '20' } = process.env;

/** What is run by which name; the longest come last. */
const LONG_FORMS = {
	unit: ['test', '--', 'unit'],
	links: ['test', '--', 'test/e2e/decisionLinks.test.ts'],
	...Object.fromEntries(
		[
			'install',
			'templates',
			'fuzz',
			'advice',
			'life',
			'rows',
			'sql',
			'kills',
			'queue',
			'single',
		].map((group) => [group, ['test:scale', '--', group]]),
	),
	versions: ['test:versions'],
	bench: ['bench'],
};

/** Runs one long form and tells how it ended. */
function runForm(name) {
	console.log(`\n> npm run ${LONG_FORMS[name].join(' ')}`);
	const startedAt = Date.now();
	const { status } = spawnSync(NPM, ['run', '--silent', ...LONG_FORMS[name]], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, HANDOFF_RUNS },
	});
	return { name, passed: status === 0, minutes: (Date.now() - startedAt) / MINUTE_MS };
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(LONG_FORMS, name));
if (unknown.length > 0) {
	console.log(`There is no ${unknown.join(', ')}. Write: ${Object.keys(LONG_FORMS).join(', ')}`);
	process.exit(1);
}
const results = (named.length > 0 ? named : Object.keys(LONG_FORMS)).map(runForm);
console.log('');
for (const { name, passed, minutes } of results) {
	console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${minutes.toFixed(1)} min`);
}
const failed = results.filter(({ passed }) => !passed);
for (const { name } of failed) console.log(`Once more: npm run test:nightly -- ${name}`);
console.log(`\n${results.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
