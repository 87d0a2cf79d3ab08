import type { Count } from './countHistory';

/** Of a hundred reports on ledgers in which nothing is the matter, at most so many may advise anything. */
const LEVEL = 0.05;

/**
 * The chance to see `hits` or more in `n` cases whose true share is `share`: the exact upper tail of
 * the binomial distribution. Linear in `n` at most, and without overflow for millions of cases.
 *
 * @param share between 0 and 1, both excluded
 * @example upperTail({ hits: 7, n: 41 }, 0.05) // 0.0038: hardly chance
 */
export function upperTail({ hits, n }: Count, share: number): number {
	const odds = share / (1 - share);
	if (hits > n * share) {
		return sumWhileSmaller(
			binomialTerm(hits, n, share),
			(step) => ((n - hits - step) / (hits + step + 1)) * odds,
		);
	}
	const below = hits - 1;
	if (below < 0) return 1;
	return (
		1 -
		sumWhileSmaller(
			binomialTerm(below, n, share),
			(step) => (below - step) / (n - below + step + 1) / odds,
		)
	);
}

/** The chance to see `hits` or fewer in `n` cases whose true share is `share`. */
export const lowerTail = ({ hits, n }: Count, share: number): number =>
	upperTail({ hits: n - hits, n }, 1 - share);

/**
 * Fisher's exact test, one-sided: the chance that `some` have so few hits, or fewer, when they are no
 * different from the `others`. Linear in the cases at most.
 *
 * @example fewerThan({ hits: 1, n: 4 }, { hits: 3, n: 4 }) // 17 of 70: the lady who tasted tea
 */
export function fewerThan(some: Count, others: Count): number {
	const hits = some.hits + others.hits;
	const misses = some.n + others.n - hits;
	const seen = some.hits;
	// So many of the misses lie with the others when `some` have `seen` hits.
	const left = misses - some.n + seen;
	const term = (at: number) =>
		Math.exp(
			logChoose(hits, at) + logChoose(misses, some.n - at) - logChoose(hits + misses, some.n),
		);
	if (seen * (hits + misses) <= some.n * hits) {
		return sumWhileSmaller(
			term(seen),
			(step) =>
				((seen - step) * (left - step)) / ((hits - seen + step + 1) * (some.n - seen + step + 1)),
		);
	}
	return (
		1 -
		sumWhileSmaller(
			term(seen + 1),
			(step) =>
				((hits - seen - 1 - step) * (some.n - seen - 1 - step)) /
				((seen + step + 2) * (left + step + 2)),
		)
	);
}

/** The chance that `some` have so many hits, or more, when they are no different from the `others`. */
export const moreThan = (some: Count, others: Count): number =>
	fewerThan(missesOf(some), missesOf(others));

/** The chance of so large a difference to either side: twice that of the likelier side. */
export const differentFrom = (some: Count, others: Count): number =>
	Math.min(1, 2 * Math.min(fewerThan(some, others), moreThan(some, others)));

const missesOf = ({ hits, n }: Count): Count => ({ hits: n - hits, n });

/**
 * Which of several findings stand although so many things were looked at (S. Holm, 1979): the
 * smallest chance is held against 5 % divided by all of them, the next by one fewer, up to the
 * first that does not stand. However they depend on each other, at most 5 % of reports on ledgers in
 * which nothing is the matter have one that stands.
 */
export function whichStand(chances: readonly number[]): boolean[] {
	const stands = chances.map(() => false);
	const order = [...chances.keys()].sort(
		(left, right) => (chances[left] ?? 1) - (chances[right] ?? 1),
	);
	for (const [place, index] of order.entries()) {
		if ((chances[index] ?? 1) > LEVEL / (order.length - place)) break;
		stands[index] = true;
	}
	return stands;
}

/** Adds terms that become ever smaller, until they no longer count. */
function sumWhileSmaller(first: number, ratio: (step: number) => number): number {
	let sum = 0;
	let term = first;
	for (let step = 0; term > sum * Number.EPSILON; step += 1) {
		sum += term;
		term *= ratio(step);
	}
	return Math.min(1, sum);
}

const binomialTerm = (hits: number, n: number, share: number): number =>
	Math.exp(logChoose(n, hits) + hits * Math.log(share) + (n - hits) * Math.log1p(-share));

const logChoose = (n: number, hits: number): number =>
	hits < 0 || hits > n
		? Number.NEGATIVE_INFINITY
		: logFactorial(n) - logFactorial(hits) - logFactorial(n - hits);

/** Below it Stirling's series is not exact enough. */
const FIRST_OF_SERIES = 64;

/** The natural logarithm of n!, by Stirling's series: exact to 13 digits from 64 on. */
function logFactorial(n: number): number {
	if (n < FIRST_OF_SERIES) {
		let product = 1;
		for (let factor = 2; factor <= n; factor += 1) product *= factor;
		return Math.log(product);
	}
	const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
	return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
