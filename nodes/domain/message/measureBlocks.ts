import type { MessageBlock } from './document';

/** How much there is in the blocks of a message, whatever the channel. */
export interface Measure {
	/** Blocks, and the entries, facts and buttons in them. */
	parts: number;
	characters: number;
	addressCharacters: number;
	/** Lines below entries, the link of an entry included. */
	lines: number;
	/** Most of a kind in one place, and rows of buttons, that any channel may show. */
	isShort: boolean;
	/** Whether no list, row or table is empty. */
	isFilled: boolean;
}

/** The smallest limits among the channels: Teams shows six actions of a card. */
export const MOST_BUTTONS = 6;
export const MOST_BUTTON_ROWS = 3;
export const MOST_DETAILS = 12;

let last: { blocks: readonly MessageBlock[]; measure: Measure } | undefined;

/** Measures blocks; all channels are written from the same ones, so the last measure is kept. */
export function measureBlocks(blocks: readonly MessageBlock[]): Measure {
	if (last?.blocks !== blocks) last = { blocks, measure: measureAll(blocks) };
	return last.measure;
}

function measureAll(blocks: readonly MessageBlock[]): Measure {
	const measure: Measure = {
		parts: blocks.length,
		characters: 0,
		addressCharacters: 0,
		lines: 0,
		isShort: true,
		isFilled: true,
	};
	let rows = 0;
	for (const block of blocks) {
		addBlock(measure, block);
		if (block.kind === 'buttons') rows += 1;
	}
	if (rows > MOST_BUTTON_ROWS) measure.isShort = false;
	return measure;
}

function addBlock(measure: Measure, block: MessageBlock): void {
	switch (block.kind) {
		case 'facts':
			addParts(measure, block.facts.length);
			for (const { label, value, link } of block.facts) {
				measure.characters += label.length + value.length;
				if (link === undefined) continue;
				measure.characters += link.label.length;
				measure.addressCharacters += link.url.length;
			}
			break;
		case 'list':
			addList(measure, block);
			break;
		case 'buttons':
			addParts(measure, block.buttons.length);
			if (block.buttons.length > MOST_BUTTONS) measure.isShort = false;
			for (const { label, url } of block.buttons) {
				measure.characters += label.length;
				measure.addressCharacters += url.length;
			}
			break;
		default:
			measure.parts += 1;
			measure.characters += block.text.length;
	}
}

function addParts(measure: Measure, count: number): void {
	measure.parts += count;
	if (count === 0) measure.isFilled = false;
}

const NO_LINES: readonly string[] = [];

function addList(measure: Measure, { entries }: Extract<MessageBlock, { kind: 'list' }>): void {
	addParts(measure, entries.length);
	for (const { text, details = NO_LINES, link } of entries) {
		const count = details.length;
		measure.lines += count + 1;
		if (count > MOST_DETAILS) measure.isShort = false;
		measure.characters += text.length + lengthOf(details);
		if (link === undefined) continue;
		measure.characters += link.label.length;
		measure.addressCharacters += link.url.length;
	}
}

function lengthOf(lines: readonly string[]): number {
	let length = 0;
	for (const line of lines) length += line.length;
	return length;
}
