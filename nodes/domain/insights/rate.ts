/** Below this many cases a share says more about chance than about the process. */
export const FEWEST = 10;

/** Why a figure is not given. */
export type Absence = 'tooFew' | 'notRecorded';

/**
 * `hits` of `n`. The share (0 to 1) and its 95 % interval are there from n = 10 on; otherwise
 * `absent` says why they are not.
 */
export interface Rate {
	hits: number;
	n: number;
	share?: number;
	low?: number;
	high?: number;
	absent?: Absence;
}

/** The middle of `n` amounts and what nine in ten stay within; from n = 10 on. */
export interface Spread {
	n: number;
	median?: number;
	p90?: number;
	absent?: Absence;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/**
 * A share with its Wilson score interval at 95 % (E. B. Wilson, 1927):
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1, and holds for small n
 * and for shares near the ends.
 *
 * @param recorded whether the rows say anything about it at all
 * @example rateOf(7, 41) // share 0.1707, between 0.0853 and 0.3126
 */
export function rateOf(hits: number, n: number, recorded = true): Rate {
	if (!recorded) return { hits: 0, n: 0, absent: 'notRecorded' };
	if (n < FEWEST) return { hits, n, absent: 'tooFew' };
	const share = hits / n;
	const square = Z * Z;
	const middle = share + square / (2 * n);
	const reach = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
	const scale = 1 + square / n;
	return {
		hits,
		n,
		share: round(share),
		low: round(Math.max(0, (middle - reach) / scale)),
		high: round(Math.min(1, (middle + reach) / scale)),
	};
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

/**
 * The median (the mean of the two middle amounts when n is even) and the 90th percentile by nearest
 * rank (the smallest amount that at least 90 % of all amounts do not exceed).
 */
export function spreadOf(amounts: readonly number[], recorded = true): Spread {
	const n = amounts.length;
	if (!recorded) return { n: 0, absent: 'notRecorded' };
	if (n < FEWEST) return { n, absent: 'tooFew' };
	const sorted = Float64Array.from(amounts).sort();
	const at = (rank: number) => sorted[rank - 1] ?? 0;
	const median = n % 2 === 1 ? at((n + 1) / 2) : (at(n / 2) + at(n / 2 + 1)) / 2;
	return { n, median: toHundredth(median), p90: toHundredth(at(Math.ceil(n * 0.9))) };
}

const toHundredth = (amount: number): number => Math.round(amount * 100) / 100;
