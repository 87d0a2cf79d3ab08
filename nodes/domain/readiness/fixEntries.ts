import type { ListEntry } from '../message/document';
import type { Requirement } from '../policy/policy';
import type { Finding } from '../handoff/verdict';

/** The entries of a fix list for one requirement. */
export interface FixEntries {
	label: string;
	/**
	 * What is wrong, the value as the gate saw it, what is expected, and how to fix it. The same shortfall
	 * of the same value is the same entry, so that it is written once for many records.
	 */
	entryFor(shortfall: string, seen: string): ListEntry;
}

type Guidance = Pick<Finding, 'label' | 'severity' | 'expected' | 'howToFix'>;

const MOST_ENTRIES = 30;
const LONGEST_SEEN = 60;

/** Prepares the entries for a requirement, and remembers those that come again. */
export function compileFixEntries(requirement: Guidance): FixEntries {
	const guidance = guidanceOf(requirement);
	const entries = new Map<string, Map<string, ListEntry>>();
	let count = 0;
	const remember = (shortfall: string, seen: string): ListEntry => {
		if (count >= MOST_ENTRIES) {
			entries.clear();
			count = 0;
		}
		const entry = { ...makeEntry(requirement, { shortfall, seen, guidance }), repeated: true };
		const ofShortfall = entries.get(shortfall) ?? new Map<string, ListEntry>();
		entries.set(shortfall, ofShortfall.set(seen, entry));
		count += 1;
		return entry;
	};
	const entryFor = (shortfall: string, seen: string): ListEntry =>
		seen.length > LONGEST_SEEN || shortfall.length > LONGEST_SEEN
			? makeEntry(requirement, { shortfall, seen, guidance })
			: (entries.get(shortfall)?.get(seen) ?? remember(shortfall, seen));
	return { label: requirement.label, entryFor };
}

/** The entries for a finding that belongs to no requirement of the policy: nothing is remembered. */
export const fixEntriesOnce = (requirement: Guidance): FixEntries => ({
	label: requirement.label,
	entryFor: (shortfall, seen) =>
		makeEntry(requirement, { shortfall, seen, guidance: guidanceOf(requirement) }),
});

const makeEntry = (
	{ label, severity }: Guidance,
	{ shortfall, seen, guidance }: { shortfall: string; seen: string; guidance: readonly string[] },
): ListEntry => ({
	text: `${label} ${shortfall}${severity === 'warning' ? ' (good to have)' : ''}`,
	details: seen === '' ? [] : [`Now: ${seen}`],
	repeatedDetails: guidance,
});

const guidanceOf = ({ expected, howToFix }: Guidance): string[] => [
	`Expected: ${expected}`,
	...(howToFix === '' ? [] : [`How to fix: ${howToFix}`]),
];

export type FixEntriesById = ReadonlyMap<Requirement['id'], FixEntries>;
