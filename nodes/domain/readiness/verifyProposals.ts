import { z } from 'zod';
import { readField } from '../base/record';
import { valueInside } from '../policy/fieldObject';
import { readable } from '../policy/readable';
import { visibleText } from '../policy/richText';
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
 * occurs word for word in the text, or list of texts, that `source` names by its path in the record;
 * white space, kinds of quotes and dashes, and markup do not count. A verified proposal is still only a proposal: it meets no requirement until somebody has
 * put the value into the record.
 *
 * @param given proposals as they came in; what is none is left out
 */
export function verifyProposals(given: unknown, record: unknown): Proposal[] {
	const sources = new Map<string, string>();
	const textAt = (source: string): string => {
		const text = sources.get(source) ?? fold(textIn(readField(record, source)));
		sources.set(source, text);
		return text;
	};
	return listOf(given)
		.slice(0, MOST_PROPOSALS)
		.flatMap((one) => {
			const parsed = givenProposalSchema.safeParse(one);
			if (!parsed.success) return [];
			const { field, value, quote, source } = parsed.data;
			const words = fold(quote);
			const verified = provesSomething(words) && textAt(source).includes(words);
			return [{ field, value, quote, source, verified }];
		});
}

function listOf(given: unknown): unknown[] {
	if (given === undefined || given === null || given === '') return [];
	return Array.isArray(given) ? given : [given];
}

/** One letter stands in nearly every text. */
const provesSomething = (words: string): boolean => /[\p{L}\p{N}][^]*[\p{L}\p{N}]/u.test(words);

const textIn = (value: unknown): string => {
	const parts = Array.isArray(value) ? value.map(valueInside) : [valueInside(value)];
	return parts.filter((part) => typeof part === 'string').join('\n');
};

/** One form for all ways in which the same words are written. */
const fold = (text: string): string =>
	readable(
		visibleText(text)
			.replace(/[‘’‚‛′‹›`´]/g, "'")
			.replace(/[“”„‟″«»]/g, '"')
			.replace(/[\p{Pd}\u2212]/gu, '-'),
	).replace(/\s+/g, ' ');
