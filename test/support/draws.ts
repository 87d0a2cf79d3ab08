/**
 * How many times as many inputs are drawn as by day: `HANDOFF_RUNS`. `npm run test:quick` draws
 * fewer, `npm run test:nightly` many more, and other ones each time.
 */
const TIMES = Number(process.env.HANDOFF_RUNS ?? 1);

/** Whether there is time for everything that can be put together, and not for a part of it. */
export const BY_NIGHT = TIMES > 1;

/** By day always the same: whoever changed nothing sees the same result again. */
export const SEED = Number(process.env.HANDOFF_SEED ?? (BY_NIGHT ? Date.now() % 1e9 : 20261130));

/** So many inputs as there is time for, where `byDay` are drawn by day. */
export const timesOf = (byDay: number): number => Math.ceil(byDay * TIMES);

/** Looking for the smallest input that fails would else hold up everybody for hours. */
const LONGEST_MS = 90_000 * Math.max(1, TIMES);

/** The same for fast-check, which tells the seed of what it finds; 100 is its own measure. */
export const draws = (byDay = 100) => ({
	numRuns: timesOf(byDay),
	seed: SEED,
	interruptAfterTimeLimit: LONGEST_MS,
	markInterruptAsFailure: true,
});
