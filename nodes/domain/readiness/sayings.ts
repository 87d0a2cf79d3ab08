import type { ListEntry } from '../message/document';
import type { Requirement } from '../policy/policy';
import type { Finding } from '../handoff/verdict';

/** What is said of a requirement whatever the record. */
export interface Saying {
	label: string;
	/**
	 * What is wrong, the value as the gate saw it, what is expected, and how to fix it. The same gap
	 * is the same entry, so that it is written once for many records.
	 */
	describeGap(problem: string, seen: string): ListEntry;
}

type Said = Pick<Finding, 'label' | 'severity' | 'expected' | 'howToFix'>;

const MOST_GAPS = 30;
const LONGEST_SEEN = 60;

/** Prepares what is said of a requirement. */
export function compileSaying(said: Said): Saying {
	const guidance = guidanceOf(said);
	const gaps = new Map<string, Map<string, ListEntry>>();
	let count = 0;
	const remember = (problem: string, seen: string): ListEntry => {
		if (count >= MOST_GAPS) {
			gaps.clear();
			count = 0;
		}
		const entry = { ...gapOf(said, { problem, seen, guidance }), recurs: true };
		const ofProblem = gaps.get(problem) ?? new Map<string, ListEntry>();
		gaps.set(problem, ofProblem.set(seen, entry));
		count += 1;
		return entry;
	};
	const describeGap = (problem: string, seen: string): ListEntry =>
		seen.length > LONGEST_SEEN || problem.length > LONGEST_SEEN
			? gapOf(said, { problem, seen, guidance })
			: (gaps.get(problem)?.get(seen) ?? remember(problem, seen));
	return { label: said.label, describeGap };
}

/** What is said of a finding that belongs to no requirement of the policy. */
export const sayOnce = (said: Said): Saying => ({
	label: said.label,
	describeGap: (problem, seen) => gapOf(said, { problem, seen, guidance: guidanceOf(said) }),
});

const gapOf = (
	{ label, severity }: Said,
	{ problem, seen, guidance }: { problem: string; seen: string; guidance: readonly string[] },
): ListEntry => ({
	text: `${label} ${problem}${severity === 'warning' ? ' (good to have)' : ''}`,
	details: seen === '' ? [] : [`Now: ${seen}`],
	standing: guidance,
});

const guidanceOf = ({ expected, howToFix }: Said): string[] => [
	`Expected: ${expected}`,
	...(howToFix === '' ? [] : [`How to fix: ${howToFix}`]),
];

export type Sayings = ReadonlyMap<Requirement['id'], Saying>;
