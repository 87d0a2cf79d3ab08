import type { MessageBlock } from './document';
import { measureBlocks } from './measureBlocks';

/** What things cost in a channel at most, whatever the text, in the unit of its budget. */
export interface MostCosts {
	/** A block, an entry, a fact or a button, without its text. */
	part: number;
	/** A character, with all that its escaping adds. */
	character: number;
}

/** One line below an entry, without its text. */
const DETAIL = 110;

/** A character of an address can become the bytes of its UTF-8 form, each as `%E2`, and be said twice. */
const ADDRESS_CHARACTER = 18;

/**
 * Whether blocks fit a budget even if every character in them needs the longest escape. Nearly all
 * messages do, and need not be weighed part by part.
 */
export function surelyFits(
	blocks: readonly MessageBlock[],
	budget: number,
	{ part, character }: MostCosts,
): boolean {
	const { parts, characters, addressCharacters, lines } = measureBlocks(blocks);
	const cost =
		parts * part + characters * character + addressCharacters * ADDRESS_CHARACTER + lines * DETAIL;
	return cost <= budget;
}
