import type { ListEntry, MessageBlock } from './document';
import { moreNote } from './shorten';

/** What a block with a single part in it costs in a channel; `first` when the part opens a block. */
export type Weigh = (part: MessageBlock, first: boolean) => number;

/** The smallest limits among the channels: Teams shows six actions of a card. */
const MOST_BUTTONS = 6;
const MOST_BUTTON_ROWS = 3;
const MOST_DETAILS = 12;

const note = (count: number): MessageBlock => ({ kind: 'paragraph', text: moreNote(count) });

function capEntry(entry: ListEntry): ListEntry {
	const details = entry.details ?? [];
	if (details.length <= MOST_DETAILS) return entry;
	const left = details.length - MOST_DETAILS;
	return { ...entry, details: [...details.slice(0, MOST_DETAILS), moreNote(left)] };
}

/** A block taken apart: the smallest pieces that may be left out, each as a block of its own. */
function partsOf(block: MessageBlock): MessageBlock[] {
	switch (block.kind) {
		case 'facts':
			return block.facts.map((fact) => ({ kind: 'facts', facts: [fact] }));
		case 'list':
			return block.entries.map((entry) => ({ kind: 'list', entries: [capEntry(entry)] }));
		case 'buttons':
			return block.buttons.length > 0 ? [capButtons(block.buttons)] : [];
		default:
			return [block];
	}
}

const capButtons = (
	buttons: Extract<MessageBlock, { kind: 'buttons' }>['buttons'],
): MessageBlock => ({ kind: 'buttons', buttons: buttons.slice(0, MOST_BUTTONS) });

function joinParts(parts: readonly MessageBlock[]): MessageBlock[] {
	const facts = parts.flatMap((part) => (part.kind === 'facts' ? part.facts : []));
	if (facts.length > 0) return [{ kind: 'facts', facts }];
	const entries = parts.flatMap((part) => (part.kind === 'list' ? part.entries : []));
	return entries.length > 0 ? [{ kind: 'list', entries }] : [...parts];
}

/**
 * Leaves out what a channel cannot carry: keeps the parts of a message from the front while they
 * fit the budget, and says in their place how many more there are. The first three rows of buttons
 * are paid for before anything else, because they are why the message is sent.
 *
 * @param budget in the unit of `weigh`
 * @returns blocks that weigh at most the budget and a few short notes
 */
export function fitBlocks(
	blocks: readonly MessageBlock[],
	budget: number,
	weigh: Weigh,
): MessageBlock[] {
	const rows = blocks
		.filter((block) => block.kind === 'buttons' && block.buttons.length > 0)
		.slice(0, MOST_BUTTON_ROWS);
	let left = rows.flatMap(partsOf).reduce((rest, row) => rest - weigh(row, true), budget);
	let leftOut = 0;
	const fits = (part: MessageBlock, index: number): boolean => {
		if (leftOut === 0) left -= weigh(part, index === 0);
		if (left < 0) leftOut += 1;
		return left >= 0;
	};
	const fitted: MessageBlock[] = [];
	let noteAt: number | undefined;
	for (const block of blocks) {
		if (rows.includes(block)) fitted.push(...partsOf(block), ...surplusOf(block));
		else fitted.push(...joinParts(partsOf(block).filter(fits)));
		if (leftOut > 0) noteAt ??= fitted.length;
	}
	if (noteAt !== undefined) fitted.splice(noteAt, 0, note(leftOut));
	return fitted;
}

/** What is said after a row that holds more buttons than a channel shows. */
const surplusOf = (block: MessageBlock): MessageBlock[] =>
	block.kind === 'buttons' && block.buttons.length > MOST_BUTTONS
		? [note(block.buttons.length - MOST_BUTTONS)]
		: [];
