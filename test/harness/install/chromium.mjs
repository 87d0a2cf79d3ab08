import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { runStep, SetUpProblem } from './steps.mjs';

const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const REMEDY =
	'Install Chromium or Chrome, or set CHROMIUM_PATH to its program. On Debian, as root: apt-get update && apt-get install -y --no-install-recommends chromium';

/** Where the browser for the page tests is, or undefined when this machine has none. */
export function findChromium() {
	const candidates = [process.env.CHROMIUM_PATH, ...USUAL_PLACES].filter(Boolean);
	return candidates.find((path) => existsSync(path) && runs(path));
}

/**
 * Finds the browser, and installs it where that can be done without asking: on Debian and its
 * relatives as root.
 *
 * @returns {Promise<string>} path of the browser's program
 * @throws {SetUpProblem} when there is none and it cannot be installed
 */
export async function installChromium() {
	const found = findChromium();
	if (found) return found;
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		throw new SetUpProblem('There is no Chromium on this machine.', REMEDY);
	}
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const remedy = () => REMEDY;
	await runStep('Look up the packages of this system', ['apt-get', 'update'], { env, remedy });
	const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'];
	await runStep('Install Chromium', install, { env, remedy });
	const installed = findChromium();
	if (!installed) throw new SetUpProblem('Chromium was installed but does not start.', REMEDY);
	return installed;
}

function runs(path) {
	return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
