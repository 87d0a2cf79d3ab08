import { addressLine } from './addressLine';
import { boldBlock, textBlock, writeFacts, writeCardLink, type CardElement } from './cardFacts';
import type { Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { fitBlocks, type Room } from './fitBlocks';
import { cleanLine } from '../base/plainText';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';
import {
	LONGEST_TITLE,
	quietCard,
	cardLine,
	cardLines,
	knownCardLine,
	knownCardLines,
	knownDetail,
} from './cardText';

/** Teams refuses a message of more than 28 KB; the rest is room for the card around the body. */
const BUDGET = 24_000;

const NONE: readonly string[] = [];

const smallBlock = (text: string): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	isSubtle: true,
	spacing: 'None',
});

/** The cardLines of an entry as they are written: texts can be shared among cards, elements cannot. */
function writeEntryLines({ text, details = NONE, link }: ListEntry): string[] {
	const written = [`• ${knownCardLines(text)}`];
	for (const detail of details) written.push(knownDetail(detail));
	if (link !== undefined) written.push(writeCardLink(link));
	return written;
}

const writeEntry = (entry: ListEntry): CardElement => ({
	type: 'Container',
	spacing: 'Small',
	items: writeEntryLines(entry).map((text, index) =>
		index === 0 ? boldBlock(text) : smallBlock(text),
	),
});

function writeButtons(buttons: readonly Link[]): CardElement[] {
	const actions = buttons.flatMap(({ label, url }, index) => {
		const address = readSafeUrl(url);
		const style = index === 0 ? { style: 'positive' } : {};
		const title = shorten(quietCard(cleanLine(label)), LONGEST_TITLE) || '–';
		return address === undefined ? [] : [{ type: 'Action.OpenUrl', title, url: address, ...style }];
	});
	const unsafe = buttons.filter(({ url }) => readSafeUrl(url) === undefined);
	const texts = unsafe.map((button) => textBlock(writeCardLink(button)));
	return [...(actions.length > 0 ? [{ type: 'ActionSet', actions }] : []), ...texts];
}

function writeBlock(block: MessageBlock): CardElement[] {
	switch (block.kind) {
		case 'heading':
			return [textBlock(knownCardLine(block.text), { weight: 'Bolder', spacing: 'Medium' })];
		case 'paragraph':
			return [textBlock(knownCardLines(block.text))];
		case 'facts':
			return writeFacts(block.facts);
		case 'list':
			return block.entries.map(writeEntry);
		case 'quote':
			return [{ type: 'Container', style: 'emphasis', items: [textBlock(cardLines(block.text))] }];
		case 'buttons':
			return writeButtons(block.buttons);
	}
}

const bytes = (elements: readonly CardElement[]): number =>
	Buffer.byteLength(JSON.stringify(elements));

const ROOM: Room = {
	budget: BUDGET,
	weigh: (part) => bytes(writeBlock(part)),
	most: { part: 220, character: 6 },
};

function writeAddressees(document: MessageDocument): CardElement[] {
	const forWhom = addressLine(document);
	return forWhom === undefined
		? []
		: [textBlock(cardLine(forWhom, LONGEST_TITLE), { isSubtle: true })];
}

/** Writes a message as an Adaptive Card 1.4, at most 28 KB as JSON, as Microsoft Teams shows it. */
export function renderAdaptiveCard(document: MessageDocument): CardElement {
	const blocks = fitBlocks(document, ROOM);
	const title = textBlock(cardLine(document.subject, LONGEST_TITLE), {
		size: 'Large',
		weight: 'Bolder',
	});
	return {
		$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
		type: 'AdaptiveCard',
		version: '1.4',
		body: [...writeAddressees(document), title, ...blocks.flatMap(writeBlock)],
	};
}
