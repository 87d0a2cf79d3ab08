import type { Finding } from '../handoff/verdict';
import { translate } from './translate';
import { fill, type Wording } from './wording';

/** What is wrong with a value, in the language of the wording: `fehlt`. */
export const sayProblem = ({ problem }: Pick<Finding, 'problem'>, wording: Wording): string =>
	translate(problem, 'problem', wording) ?? problem;

/** A finding as one sentence: `Budget: fehlt`. The label is the policy's own. */
export const sayFinding = (finding: Pick<Finding, 'label' | 'problem'>, wording: Wording): string =>
	fill(wording.findingSaid, { label: finding.label, problem: sayProblem(finding, wording) });

/** The value that was found: as it is, but for an answer, which is said in words. */
export function saySeen({ seen }: Pick<Finding, 'seen'>, wording: Wording): string {
	if (seen === 'true') return wording.valueYes;
	return seen === 'false' ? wording.valueNo : seen;
}

/** What was expected of the value, in the language of the wording. */
export const sayExpected = ({ expected }: Pick<Finding, 'expected'>, wording: Wording): string =>
	translate(expected, 'expected', wording) ?? expected;
