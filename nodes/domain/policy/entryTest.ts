import type { CheckContext } from './checks/check';
import { visibleText } from './richText';
import { oneValue } from './oneValue';
import { readList } from './readList';
import { readable } from './readable';

/** Whether a value passes; undefined where it does not tell. */
export type PassesTest = (value: unknown) => boolean | undefined;

type ContextTest = (value: unknown, context: CheckContext) => boolean | undefined;

/** Compiles the question whether a list, also as one text, has an entry that passes. */
export const compileHasEntry =
	(passes: PassesTest): ContextTest =>
	(value, context) =>
		anyPasses(readList(value) ?? [value], notBeyondCommas(passes), context);

/**
 * Commas may stand between entries and within one: where the text as a whole does not pass and a
 * part of it does, the text does not tell.
 */
const notBeyondCommas =
	(passes: PassesTest): PassesTest =>
	(entry) => {
		const truth = passes(entry);
		if (truth !== false || typeof entry !== 'string' || !entry.includes(',')) return truth;
		return entry.split(',').some((part) => passes(part) === true) ? undefined : false;
	};

/** Compiles the question whether these words stand in a text, or in an entry of a list of them. */
export function compileContainsTest(words: string): ContextTest {
	const contains = compileContains(words);
	const passes: PassesTest = (value) => {
		const text = typeof value === 'number' ? String(value) : value;
		return typeof text === 'string' ? contains(visibleText(text)) : undefined;
	};
	return (value, context) => anyPasses(Array.isArray(value) ? value : [value], passes, context);
}

function anyPasses(
	entries: readonly unknown[],
	passes: PassesTest,
	{ isMissing }: CheckContext,
): boolean | undefined {
	let told = true;
	for (const entry of entries) {
		const truth = isMissing(entry) ? false : passes(oneValue(entry, isMissing));
		if (truth === true) return true;
		if (truth === undefined) told = false;
	}
	return told ? false : undefined;
}

/** Compiles the search for words in a text as a reader sees it, whatever the case and the blanks. */
export function compileContains(words: string): (text: string) => boolean {
	const wanted = folded(words);
	return (text) => folded(text).includes(wanted);
}

const folded = (text: string): string => readable(text).toLowerCase().replace(/\s+/g, ' ');
