import { moreThan } from './chance';
import type { ComparedPair } from './comparePairs';
import type { Count } from './countHistory';

/** Below this chance a difference is a cause to name. */
const TELLING = 0.05;

interface Cause {
	what: string;
	theirs: Count;
	others: Count;
}

/**
 * Why the handoffs of a pair of teams fare worse than those of the others: stopped at the gate,
 * returned, or both. Undefined where it is for silence, of which the receiving team is told.
 */
export function whyWorse({ pair: { measures }, others }: ComparedPair): string | undefined {
	const causes = [
		{
			what: 'stopped at the gate at the first look',
			theirs: missesOf(measures.readyAtFirstLook),
			others: missesOf(others.readyAtFirstLook),
		},
		{ what: 'returned', theirs: measures.returned, others: others.returned },
	];
	const telling = causes.filter((cause) => chanceOf(cause) <= TELLING);
	if (telling.length > 0) return describe(telling);
	const silence = { what: '', theirs: measures.unanswered, others: others.unanswered };
	if (chanceOf(silence) <= TELLING) return undefined;
	return describe(causes.sort((left, right) => chanceOf(left) - chanceOf(right)).slice(0, 1));
}

/** The chance that a pair has so much more of something if it is no different. */
const chanceOf = ({ theirs, others }: Cause): number => moreThan(theirs, others);

const missesOf = ({ hits, n }: Count): Count => ({ hits: n - hits, n });

const describe = (causes: readonly Cause[]): string =>
	`More of theirs are ${causes
		.map(
			({ what, theirs, others }) =>
				`${what} (${theirs.hits} of ${theirs.n}, of the others ${others.hits} of ${others.n})`,
		)
		.join(' and ')}.`;
