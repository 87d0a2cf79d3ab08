import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { egressEnvironment } from '../fakes/egress';

const PRELOAD = join(__dirname, 'preloadClock.cjs');

/** A clock for a Node program that can be moved on while the program is off. */
export function movedClock() {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-clock-'));
	const file = join(folder, 'ahead');
	const moveTo = (instant: number) => writeFileSync(file, String(instant - Date.now()));
	moveTo(Date.now());
	const sealed = egressEnvironment({ routes: {}, logFile: '' }).NODE_OPTIONS;
	return {
		/** Settings of the program; it still reaches nothing but loopback. */
		env: {
			NODE_OPTIONS: `${sealed} --require ${JSON.stringify(PRELOAD)}`,
			HANDOFF_CLOCK_FILE: file,
		},
		/** What the time is (milliseconds since 1970) for the program from its next start on. */
		moveTo,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
