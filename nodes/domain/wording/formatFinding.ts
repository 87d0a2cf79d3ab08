import type { Finding } from '../handoff/verdict';
import { languageSchema } from '../language/languages';
import { writeSentence, type Sentence } from '../language/sentence';
import { cleanText } from '../base/plainText';
import { fill, type Wording } from '../language/wording';

/** What of a finding says what is wrong. */
export type Shortfall = Pick<Finding, 'label' | 'shortfall' | 'codes' | 'message'>;

/**
 * A finding as one sentence: `Budget: fehlt`. The label is the policy's own, and so is the sentence
 * where the policy has one that is for all, or in the language of the wording.
 */
export function formatFinding(
	{ label, shortfall, codes, message }: Shortfall,
	wording: Wording,
): string {
	const own = ownText(message, wording);
	if (own !== undefined) return sayOwn(own, codes.shortfall, wording);
	return fill(wording.findingSaid, {
		label,
		shortfall: writeSentence(codes.shortfall, wording) ?? shortfall,
	});
}

function ownText(message: Finding['message'], wording: Wording): string | undefined {
	if (message === undefined || typeof message === 'string') return message;
	const [tag] = wording.language.split('-', 1);
	const language = languageSchema.safeParse(tag).data;
	return language && message[language];
}

/** Why it is asked is said behind the policy's own sentence, where that cannot be told. */
function sayOwn(own: string, { code, values }: Sentence, wording: Wording): string {
	const untold =
		code === 'shortfallUntold' ? { code, values: { ...values, shortfall: own } } : undefined;
	return (untold && writeSentence(untold, wording)) ?? cleanText(own);
}

/** What was expected of the value, in the language of the wording. */
export const formatExpected = (
	{ expected, codes }: Pick<Finding, 'expected' | 'codes'>,
	wording: Wording,
): string => writeSentence(codes.expected, wording) ?? expected;
