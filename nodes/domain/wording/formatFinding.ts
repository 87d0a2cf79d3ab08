import type { Finding } from '../handoff/verdict';
import { translate } from './translate';
import { fill, type Wording } from './wording';

/** What is wrong with a value, in the language of the wording: `fehlt`. */
export const formatShortfall = (
	{ shortfall }: Pick<Finding, 'shortfall'>,
	wording: Wording,
): string => translate(shortfall, 'shortfall', wording) ?? shortfall;

/** A finding as one sentence: `Budget: fehlt`. The label is the policy's own. */
export const formatFinding = (
	finding: Pick<Finding, 'label' | 'shortfall'>,
	wording: Wording,
): string =>
	fill(wording.findingSaid, { label: finding.label, shortfall: formatShortfall(finding, wording) });

/** The value that was found: as it is, but for an answer, which is said in words. */
export function formatSeen({ seen }: Pick<Finding, 'seen'>, wording: Wording): string {
	if (seen === 'true') return wording.valueYes;
	return seen === 'false' ? wording.valueNo : seen;
}

/** What was expected of the value, in the language of the wording. */
export const formatExpected = ({ expected }: Pick<Finding, 'expected'>, wording: Wording): string =>
	translate(expected, 'expected', wording) ?? expected;
