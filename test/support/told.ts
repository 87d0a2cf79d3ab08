import { inEnglish, say, type Sentence } from '../../nodes/domain/language/sentence';

/** What a finding tells, as data and in English. */
export const told = (
	shortfall: Sentence = say('shortfallMissing'),
	expected: Sentence = say('expectedValue'),
) => ({
	shortfall: inEnglish(shortfall),
	expected: inEnglish(expected),
	codes: { shortfall, expected },
});
