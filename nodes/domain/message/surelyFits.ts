import type { MessageBlock } from './document';

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
	let cost = 0;
	const add = (texts: readonly string[], url = ''): void => {
		cost += part + url.length * ADDRESS_CHARACTER;
		for (const text of texts) cost += text.length * character;
	};
	for (const block of blocks) {
		switch (block.kind) {
			case 'facts':
				for (const { label, value } of block.facts) add([label, value]);
				break;
			case 'list':
				for (const { text, details = [], link } of block.entries) {
					add([text, ...details, link?.label ?? ''], link?.url);
					cost += (details.length + 1) * DETAIL;
				}
				break;
			case 'buttons':
				for (const { label, url } of block.buttons) add([label], url);
				break;
			default:
				add([block.text]);
		}
		cost += part;
		if (cost > budget) return false;
	}
	return true;
}
