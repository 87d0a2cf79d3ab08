import type { Report } from './report';
import { fewerThan } from './chance';
import type { Count } from './countHistory';
import { getOrStart } from './getOrStart';
import { FEWEST } from './rate';
import type { Group } from './reportGroups';

/** The counts by which pairs of teams are held against each other, as in `Measures`. */
export type PairCounts = Record<
	'firstPass' | 'readyAtFirstLook' | 'returned' | 'unanswered',
	Count
>;

/** A pair of teams beside the others under its policy. */
export interface ComparedPair {
	pair: Group;
	others: PairCounts;
	/** The chance that it has so few first passes if it is no different from the others. */
	chance: number;
}

/**
 * Holds each pair of teams against all others under its policy, where both have at least 10 handoffs
 * whose first attempt has ended. The most striking pair comes first; each next one is held against
 * those that did not come before it, so that one bad pair does not hide another, and none has a
 * smaller chance than the one before it. Linear in the pairs, but for sorting them.
 */
export function comparePairs({ byTeams, byPolicy }: Report): ComparedPair[] {
	const pairs = new Map<string, Group[]>();
	for (const pair of byTeams) {
		if (pair.measures.firstPass.n < FEWEST) continue;
		getOrStart(pairs, pair.policyId ?? '', () => new Array<Group>()).push(pair);
	}
	return byPolicy.flatMap(({ key, measures }) => {
		const theirs = pairs.get(key) ?? [];
		return theirs.length < 2 ? [] : compareInOrder(theirs, measures);
	});
}

function compareInOrder(pairs: readonly Group[], all: PairCounts): ComparedPair[] {
	const striking = pairs
		.map((pair) => ({ pair, chance: chanceOf(pair, without(all, pair)) }))
		.sort((left, right) => left.chance - right.chance);
	let others = all;
	let least = 0;
	return striking.map(({ pair }) => {
		others = without(others, pair);
		least = Math.max(least, chanceOf(pair, others));
		return { pair, others, chance: least };
	});
}

const chanceOf = ({ measures }: Group, { firstPass }: PairCounts): number =>
	firstPass.n < FEWEST ? 1 : fewerThan(measures.firstPass, firstPass);

const without = (all: PairCounts, { measures }: Group): PairCounts => ({
	firstPass: minus(all.firstPass, measures.firstPass),
	readyAtFirstLook: minus(all.readyAtFirstLook, measures.readyAtFirstLook),
	returned: minus(all.returned, measures.returned),
	unanswered: minus(all.unanswered, measures.unanswered),
});

const minus = (all: Count, some: Count): Count => ({
	hits: all.hits - some.hits,
	n: all.n - some.n,
});
