/** No record may keep a flow busy for longer, in milliseconds of processor time. */
export const LONGEST_FOR_A_RECORD_MS = 50;

/** No message may, in its five forms: the longest that tests make has thousands of lines. */
export const LONGEST_FOR_A_MESSAGE_MS = 500;

/**
 * What the first look at something may take besides: code is compiled, a time zone and the hours of
 * a calendar are read. Once in a process, for whatever is asked afterwards.
 */
export const LONGEST_AT_FIRST_MS = 1000;

/** So often a slow input is tried again, because a collector or a compiler may have been at work. */
const TRIES = 10;

/** Milliseconds of processor time, of all threads of the process. */
export function processorTime(since: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(since);
	return (user + system) / 1000;
}

/**
 * Why a work takes too long, in words; undefined when it is done in time. Its first run may take
 * what a first look takes; beyond that, the best of a few runs with the same input counts.
 *
 * @param first what its first run took
 * @param limit what it may take
 */
export async function slownessOf(
	run: () => unknown,
	first: number,
	limit = LONGEST_FOR_A_RECORD_MS,
): Promise<string | undefined> {
	if (first > LONGEST_AT_FIRST_MS + limit) return `took ${Math.round(first)} ms at first`;
	let best = first;
	for (let again = 0; best > limit && again < TRIES; again++) {
		const before = process.cpuUsage();
		await run();
		best = Math.min(best, processorTime(before));
	}
	return best > limit ? `takes ${Math.round(best)} ms` : undefined;
}

/**
 * A predicate for fast-check that also holds every single input to the time a record may take.
 *
 * @throws Error when the work takes longer, so that fast-check looks for the smallest such input
 */
export function inTime<Given extends unknown[]>(
	check: (...given: Given) => void,
	limit = LONGEST_FOR_A_RECORD_MS,
): (...given: Given) => void {
	return (...given) => {
		const first = spentOn(() => check(...given));
		if (first <= limit) return;
		if (first > LONGEST_AT_FIRST_MS + limit)
			throw new Error(`took ${Math.round(first)} ms at first`);
		const again = Array.from({ length: TRIES }, () => spentOn(() => check(...given)));
		const best = Math.min(...again);
		if (best > limit) throw new Error(`takes ${Math.round(best)} ms`);
	};
}

function spentOn(work: () => void): number {
	const before = process.cpuUsage();
	work();
	return processorTime(before);
}
