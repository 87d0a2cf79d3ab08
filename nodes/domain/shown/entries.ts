import { isObject } from '../base/isObject';
import { inWords, say } from '../language/sentence';
import { readList } from '../policy/readList';
import { fill } from '../language/wording';
import type { Reader } from './reader';

/** What is more is for the record. */
export const MOST_ENTRIES = 50;

/** The entries of a list, also of one that is written as text; pieces of one text are one entry. */
export function entriesOf(value: unknown, separator?: string): readonly unknown[] {
	const entries = readList(value, separator) ?? [value];
	const pieces = entries.map((entry) => (isObject(entry) ? entry.plain_text : undefined));
	return entries.length > 0 && pieces.every((piece) => typeof piece === 'string')
		? [pieces.join('')]
		: entries;
}

/** Several texts as one says them: `a, b and c`, each on a line of its own where one has several. */
export function joinEntries(texts: readonly string[], count: number, { wording }: Reader): string {
	const more = count - texts.length;
	const rest = more > 0 ? [inWords(say('moreEntries', { count: more }), wording)] : [];
	const all = [...texts, ...rest];
	if (all.some((text) => text.includes('\n'))) return all.join('\n');
	const between = all.some((text) => text.includes(', ')) ? '; ' : ', ';
	const last = all.at(-1) ?? '';
	if (all.length < 2 || rest.length > 0) return all.join(between);
	return fill(wording.listAnd, { first: all.slice(0, -1).join(between), last });
}
