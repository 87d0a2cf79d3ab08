import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const CANDIDATES = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** Where a Chromium is installed on this machine, if it is. `CHROMIUM_PATH` comes first. */
export const chromiumPath = (): string | undefined =>
	CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Tests that need a real browser: skipped, and reported as such, where there is none. */
export const describeInBrowser = (name: string, tests: () => void): void =>
	(chromiumPath() === undefined ? describe.skip : describe)(name, tests);

export const openBrowser = async (): Promise<Browser> =>
	await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
