import type { Finding } from '../handoff/verdict';
import { writeSentence } from '../language/sentence';
import { fill, type Wording } from '../language/wording';

/** What of a finding says what is wrong. */
export type Shortfall = Pick<Finding, 'label' | 'shortfall' | 'codes'>;

/** A finding as one sentence: `Budget: fehlt`. The label is the policy's own. */
export const formatFinding = ({ label, shortfall, codes }: Shortfall, wording: Wording): string =>
	fill(wording.findingSaid, {
		label,
		shortfall: writeSentence(codes.shortfall, wording) ?? shortfall,
	});

/** What was expected of the value, in the language of the wording. */
export const formatExpected = (
	{ expected, codes }: Pick<Finding, 'expected' | 'codes'>,
	wording: Wording,
): string => writeSentence(codes.expected, wording) ?? expected;
