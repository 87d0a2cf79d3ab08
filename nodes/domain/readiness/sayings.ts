import type { Requirement } from '../policy/policy';
import { rememberTexts } from '../rememberTexts';
import type { Finding } from './verdict';

/** What is said of a requirement whatever the record. */
export interface Saying {
	label: string;
	/** The line that names what is wrong. */
	headline(problem: string): string;
	/** What is expected, and how to fix it: one list for all records, so that it is written once. */
	guidance: readonly string[];
}

type Said = Pick<Finding, 'label' | 'severity' | 'expected' | 'howToFix'>;

/** Prepares what is said of a requirement. */
export const compileSaying = (said: Said): Saying => ({
	label: said.label,
	headline: rememberTexts((problem) => headlineOf(said, problem)),
	guidance: guidanceOf(said),
});

/** What is said of a finding that belongs to no requirement of the policy. */
export const sayOnce = (said: Said): Saying => ({
	label: said.label,
	headline: (problem) => headlineOf(said, problem),
	guidance: guidanceOf(said),
});

const headlineOf = ({ label, severity }: Said, problem: string): string =>
	`${label} ${problem}${severity === 'warning' ? ' (good to have)' : ''}`;

const guidanceOf = ({ expected, howToFix }: Said): string[] => [
	`Expected: ${expected}`,
	...(howToFix === '' ? [] : [`How to fix: ${howToFix}`]),
];

export type Sayings = ReadonlyMap<Requirement['id'], Saying>;
