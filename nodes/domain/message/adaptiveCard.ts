import { rememberTexts } from '../base/rememberTexts';
import type { Fact, Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { fitBlocks, type Room } from './fitBlocks';
import { cleanLine, cleanText, isHarmless } from './plainText';
import { rememberEntries } from './rememberEntries';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';

/** One element of an Adaptive Card. */
export type CardElement = Record<string, unknown>;

/** Teams refuses a message of more than 28 KB; the rest is room for the card around the body. */
const BUDGET = 24_000;
const LONGEST_VALUE = 1_500;
const LONGEST_TITLE = 200;
const LONGEST_DETAIL = 300;

/** The Markdown that a TextBlock reads: emphasis, lists and links, with backslash as the escape. */
export const escapeCard = (text: string): string => text.replace(/[\\`*_[\]<>~]/g, '\\$&');

/** `{{DATE(…)}}` and `${…}` are functions of cards; line starts such as `1.` are lists. */
const quiet = (text: string): string =>
	text.replace(/\{(?=\{)|\$(?=\{)|(?<!\w)@(?=\w)|&(?=#?\w+;)/g, '$&\u200b');

const escapeStart = (written: string): string =>
	written.replace(/^[-+#=]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');

const line = (text: string, limit = LONGEST_VALUE): string =>
	isHarmless(text)
		? shorten(text, limit)
		: escapeStart(shorten(quiet(cleanLine(text)), limit, escapeCard));

/** Cards need an empty line for a new line. */
const lines = (text: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(quiet(cleanText(text)), LONGEST_VALUE, escapeCard)
				.split('\n')
				.map((each) => escapeStart(each.trim()))
				.filter(Boolean)
				.join('\n\n');

const knownTitle = rememberTexts((text) => line(text, LONGEST_TITLE));
const knownLine = rememberTexts((text) => line(text));
const knownLines = rememberTexts(lines);
const standingLine = rememberTexts((text) => line(text, LONGEST_DETAIL));

const textBlock = (text: string, look: CardElement = {}): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	...look,
});

const writeAddress = (url: string): string =>
	url
		.replaceAll('(', '%28')
		.replaceAll(')', '%29')
		.replace(/&(?=#?\w+;)/g, '%26');

function writeLink({ label, url }: Link): string {
	const address = readSafeUrl(url);
	return address === undefined
		? `${line(label, LONGEST_TITLE)}: ${line(url)}`
		: `[${knownTitle(label)}](${writeAddress(address)})`;
}

const writeFact = ({ label, value }: Fact): CardElement => ({
	title: line(label, LONGEST_TITLE) || '–',
	value: lines(value) || '–',
});

const NONE: readonly string[] = [];

const boldBlock = (text: string): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	weight: 'Bolder',
});

const smallBlock = (text: string): CardElement => ({
	type: 'TextBlock',
	text,
	wrap: true,
	isSubtle: true,
	spacing: 'None',
});

/** The lines of an entry as they are written: texts can be shared among cards, elements cannot. */
function writeEntryLines({ text, details = NONE, standing = NONE, link }: ListEntry): string[] {
	const written = [`• ${knownLines(text)}`];
	for (const detail of details) written.push(line(detail, LONGEST_DETAIL));
	for (const detail of standing) written.push(standingLine(detail));
	if (link !== undefined) written.push(writeLink(link));
	return written;
}

const knownEntryLines = rememberEntries(writeEntryLines);

const writeEntry = (entry: ListEntry): CardElement => ({
	type: 'Container',
	spacing: 'Small',
	items: knownEntryLines(entry).map((text, index) =>
		index === 0 ? boldBlock(text) : smallBlock(text),
	),
});

function writeButtons(buttons: readonly Link[]): CardElement[] {
	const actions = buttons.flatMap(({ label, url }, index) => {
		const address = readSafeUrl(url);
		const style = index === 0 ? { style: 'positive' } : {};
		const title = shorten(quiet(cleanLine(label)), LONGEST_TITLE) || '–';
		return address === undefined ? [] : [{ type: 'Action.OpenUrl', title, url: address, ...style }];
	});
	const unsafe = buttons.filter(({ url }) => readSafeUrl(url) === undefined);
	const texts = unsafe.map((button) => textBlock(writeLink(button)));
	return [...(actions.length > 0 ? [{ type: 'ActionSet', actions }] : []), ...texts];
}

function writeBlock(block: MessageBlock): CardElement[] {
	switch (block.kind) {
		case 'heading':
			return [textBlock(knownLine(block.text), { weight: 'Bolder', spacing: 'Medium' })];
		case 'paragraph':
			return [textBlock(knownLines(block.text))];
		case 'facts':
			return [{ type: 'FactSet', facts: block.facts.map(writeFact) }];
		case 'list':
			return block.entries.map(writeEntry);
		case 'quote':
			return [{ type: 'Container', style: 'emphasis', items: [textBlock(lines(block.text))] }];
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

/** Writes a message as an Adaptive Card 1.4, at most 28 KB as JSON, as Microsoft Teams shows it. */
export function renderAdaptiveCard(document: MessageDocument): CardElement {
	const blocks = fitBlocks(document.blocks, ROOM);
	const title = textBlock(line(document.subject, LONGEST_TITLE), {
		size: 'Large',
		weight: 'Bolder',
		style: 'heading',
	});
	return {
		$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
		type: 'AdaptiveCard',
		version: '1.4',
		body: [title, ...blocks.flatMap(writeBlock)],
	};
}
