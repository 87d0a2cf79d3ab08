import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PRELOAD = join(__dirname, 'preloadClock.cjs');

/** A clock that a test moves on, for the n8n that is started with it, whether it runs or is off. */
export type MovedClock = ReturnType<typeof movedClock>;

/** Starts at the time it is; times are milliseconds since 1970. */
export function movedClock() {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-clock-'));
	const file = join(folder, 'ahead');
	let ahead = 0;
	const moveTo = (instant: number) => {
		ahead = instant - Date.now();
		writeFileSync(`${file}.new`, String(ahead));
		// In one step: nobody may read half of it.
		renameSync(`${file}.new`, file);
	};
	moveTo(Date.now());
	return {
		/** The settings of a program with these options of Node, so that it lives by this clock. */
		environment: (nodeOptions: string) => ({
			NODE_OPTIONS: `${nodeOptions} --require ${JSON.stringify(PRELOAD)}`,
			HANDOFF_CLOCK_FILE: file,
			// The other engine of expressions has a clock of its own, which nothing moves.
			N8N_EXPRESSION_ENGINE: 'legacy',
		}),
		now: () => Date.now() + ahead,
		/** What the time is for the program, from now or from its next start on. */
		moveTo,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
