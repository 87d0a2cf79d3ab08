import { oneOfThese, say, type Sentence } from '../language/sentence';
import { oneValue } from './oneValue';
import { readable } from './readable';
import { visibleText } from './richText';
import type { Requirement } from './policy';

type Accepting = Pick<Requirement, 'alsoAccepted'>;

const plain = (text: string): string => readable(visibleText(text)).toLowerCase();

/**
 * Compiles the question whether a value is one of the words that a requirement takes for an answer
 * besides what its check wants, such as N/A.
 *
 * @returns undefined where it takes none
 */
export function compileAlsoAccepted({
	alsoAccepted,
}: Accepting): ((value: unknown) => boolean) | undefined {
	if (alsoAccepted === undefined) return undefined;
	const words = new Set(alsoAccepted.map(plain));
	return (value) => {
		const one = oneValue(value, () => false);
		return typeof one === 'string' && words.has(plain(one));
	};
}

/** What is expected of the value, with the words that are an answer as well. */
export const sayExpectedOr = ({ alsoAccepted }: Accepting, expected: Sentence): Sentence =>
	alsoAccepted === undefined
		? expected
		: say('expectedOr', { expected, words: oneOfThese(alsoAccepted) });

/** Whether one word is an answer to both, so that a record can meet them together. */
export function shareAnAnswer(left: Accepting, right: Accepting): boolean {
	const isAnswer = compileAlsoAccepted(left);
	return isAnswer !== undefined && (right.alsoAccepted ?? []).some((word) => isAnswer(word));
}
