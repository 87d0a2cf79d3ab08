import { formatInstant } from '../base/instant';
import type { Calendar } from './calendar';
import { openTimeOf } from './openTime';
import { elapsedAt, orderPauses, reachedAt } from './pausedTime';
import { readInstant } from './readInstant';
import { MINUTE } from './wallClock';
import { readAmount } from './readAmount';

/** Where a target stands; instants are undefined while a pause without an end withholds them. */
export interface Progress {
	deadline: string | undefined;
	/** When each share of the target has elapsed, by its percent. */
	milestones: Map<number, string | undefined>;
	/** Minutes of business time without pauses, with fractions. */
	elapsed: number;
	/** Negative once the target is used up. */
	remaining: number;
}

/**
 * A target of `minutes` on a clock that runs from `start`, seen at `now`. A paused clock does not
 * run: a milestone is the earliest instant at which its share of open and not paused time is used.
 *
 * @param clock pauses are half-open [from, to), and `null` means still paused; shares in percent
 */
export function progress(
	calendar: Calendar,
	clock: {
		start: string;
		minutes: number;
		now: string;
		pauses?: ReadonlyArray<readonly [from: string, to: string | null]>;
		shares?: readonly number[];
	},
): Progress {
	const table = openTimeOf(calendar);
	const start = readInstant(clock.start, 'The start');
	const pauses = (clock.pauses ?? []).map(([from, to]) => ({
		from: readInstant(from, 'The start of a pause'),
		to: to === null ? undefined : readInstant(to, 'The end of a pause'),
	}));
	const run = { table, start, pauses: orderPauses(pauses, start) };
	const allowed = readAmount(clock.minutes);
	const reached = (percent: number) => {
		const instant = reachedAt(run, Math.ceil((allowed * percent) / 100));
		return instant === undefined ? undefined : formatInstant(instant);
	};
	const elapsed = elapsedAt(run, readInstant(clock.now, 'Now'));
	return {
		deadline: reached(100),
		milestones: new Map((clock.shares ?? [50, 75, 90]).map((share) => [share, reached(share)])),
		elapsed: elapsed / MINUTE,
		remaining: (allowed - elapsed) / MINUTE,
	};
}
