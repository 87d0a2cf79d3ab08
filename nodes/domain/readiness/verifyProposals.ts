import { z } from 'zod';
import { readField } from '../base/record';
import type { Proposal } from '../handoff/verdict';

const MOST_PROPOSALS = 100;
const LONGEST = 4000;

const givenProposalSchema = z.object({
	field: z.string().min(1).max(LONGEST),
	value: z.unknown(),
	quote: z.string().max(LONGEST),
	source: z.string().min(1).max(LONGEST),
});

/**
 * Holds each proposed value against the words it is said to come from: it is verified when its quote
 * occurs word for word, but for white space, in the text that `source` names by its path in the
 * record. A verified proposal is still only a proposal: it meets no requirement until somebody has
 * put the value into the record.
 *
 * @param given proposals as they came in; what is none is left out
 */
export const verifyProposals = (given: unknown, record: unknown): Proposal[] =>
	listOf(given)
		.slice(0, MOST_PROPOSALS)
		.flatMap((one) => {
			const parsed = givenProposalSchema.safeParse(one);
			if (!parsed.success) return [];
			const { field, value, quote, source } = parsed.data;
			const verified = occursIn(quote, readField(record, source));
			return [{ field, value, quote, source, verified }];
		});

function listOf(given: unknown): unknown[] {
	if (given === undefined || given === null || given === '') return [];
	return Array.isArray(given) ? given : [given];
}

function occursIn(quote: string, text: unknown): boolean {
	const words = fold(quote);
	if (words === '' || typeof text !== 'string') return false;
	return fold(text).includes(words);
}

const fold = (text: string): string => text.trim().replace(/\s+/g, ' ');
