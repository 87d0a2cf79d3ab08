import { inWords, say } from '../language/sentence';
import { ENGLISH } from '../language/tables/english';
import type { Wording } from '../language/wording';
import type { Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { measureBlocks, MOST_BUTTON_ROWS, MOST_BUTTONS, MOST_DETAILS } from './measureBlocks';
import { surelyFits, type MostCosts } from './surelyFits';

/** What a block with a single part in it costs in a channel; `first` when the part opens a block. */
export type Weigh = (part: MessageBlock, first: boolean) => number;

/** How much a channel carries, and what things cost there. */
export interface Room {
	/** In the unit of `weigh`. */
	budget: number;
	weigh: Weigh;
	most: MostCosts;
}

/** What stands in the place of parts that a channel has no room for. */
export const leftOutNote = (count: number, wording: Wording = ENGLISH): string =>
	inWords(say('leftOut', { count }), wording);

function capEntry(entry: ListEntry, wording?: Wording): ListEntry {
	const { details = [], ...line } = entry;
	if (details.length <= MOST_DETAILS) return entry;
	const left = details.length - MOST_DETAILS;
	return { ...line, details: [...details.slice(0, MOST_DETAILS), leftOutNote(left, wording)] };
}

/** A block taken apart: the smallest pieces that may be left out, each as a block of its own. */
function partsOf(block: MessageBlock, wording?: Wording): MessageBlock[] {
	switch (block.kind) {
		case 'facts':
			return block.facts.map((fact) => ({ kind: 'facts', facts: [fact] }));
		case 'list':
			return block.entries.map((entry) => ({ kind: 'list', entries: [capEntry(entry, wording)] }));
		case 'buttons':
			return block.buttons.map((button) => ({ kind: 'buttons', buttons: [button] }));
		default:
			return [block];
	}
}

function joinParts(parts: readonly MessageBlock[]): MessageBlock[] {
	const facts = parts.flatMap((part) => (part.kind === 'facts' ? part.facts : []));
	if (facts.length > 0) return [{ kind: 'facts', facts }];
	const entries = parts.flatMap((part) => (part.kind === 'list' ? part.entries : []));
	return entries.length > 0 ? [{ kind: 'list', entries }] : [...parts];
}

/** The buttons of the first rows that the budget can pay for, by the block they stand in. */
function keepButtons(
	blocks: readonly MessageBlock[],
	budget: number,
	weigh: Weigh,
): { rows: Map<MessageBlock, Link[]>; left: number } {
	const rows = new Map<MessageBlock, Link[]>();
	let left = budget;
	for (const block of blocks) {
		if (block.kind !== 'buttons' || block.buttons.length === 0) continue;
		if (rows.size === MOST_BUTTON_ROWS) break;
		const kept = block.buttons.slice(0, MOST_BUTTONS).filter((button, index) => {
			const cost = weigh({ kind: 'buttons', buttons: [button] }, index === 0);
			if (cost > left) return false;
			left -= cost;
			return true;
		});
		rows.set(block, kept);
	}
	return { rows, left };
}

/**
 * Leaves out what a channel cannot carry: keeps the parts of a message from the front while they
 * fit the budget, and says in their place how many more there are. The first three rows of buttons
 * are paid for before anything else, because they are why the message is sent.
 *
 * @returns blocks that weigh at most the budget and four short notes
 */
export function fitBlocks(
	{ blocks, wording }: Pick<MessageDocument, 'blocks' | 'wording'>,
	{ budget, weigh, most }: Room,
): readonly MessageBlock[] {
	const { isShort, isFilled } = measureBlocks(blocks);
	if (isShort && surelyFits(blocks, budget, most)) {
		return isFilled ? blocks : blocks.filter(holdsAny);
	}
	const { rows, left: room } = keepButtons(blocks, budget, weigh);
	let left = room;
	let leftOut = 0;
	const fits = (part: MessageBlock, index: number): boolean => {
		if (leftOut === 0) left -= weigh(part, index === 0);
		if (left < 0 || part.kind === 'buttons') leftOut += 1;
		return leftOut === 0;
	};
	const fitted: MessageBlock[] = [];
	let noteAt: number | undefined;
	for (const block of blocks) {
		const buttons = rows.get(block);
		if (buttons === undefined) fitted.push(...joinParts(partsOf(block, wording).filter(fits)));
		else fitted.push(...writeRow(buttons, partsOf(block).length - buttons.length, wording));
		if (leftOut > 0) noteAt ??= fitted.length;
	}
	if (noteAt !== undefined) fitted.splice(noteAt, 0, note(leftOut, wording));
	return fitted;
}

function holdsAny(block: MessageBlock): boolean {
	switch (block.kind) {
		case 'facts':
			return block.facts.length > 0;
		case 'list':
			return block.entries.length > 0;
		case 'buttons':
			return block.buttons.length > 0;
		default:
			return true;
	}
}

/** A row of buttons, and how many more there would be. */
const writeRow = (buttons: Link[], more: number, wording?: Wording): MessageBlock[] => [
	...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
	...(more > 0 ? [note(more, wording)] : []),
];

const note = (count: number, wording?: Wording): MessageBlock => ({
	kind: 'paragraph',
	text: leftOutNote(count, wording),
});
