import { remember } from '../base/remember';
import type { ListEntry, MessageBlock, MessageDocument } from './document';
import { writeParts, writeParagraphs } from './writeParts';
import { fitBlocks, type Room } from './fitBlocks';
import { cleanLine, cleanText, isHarmless } from '../base/plainText';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';

/** Slack cuts a message's text at 40,000 characters; notes of most tools allow 65,536 bytes. */
const LONGEST = 30_000;
const LONGEST_VALUE = 2_000;

/** `<!channel>` and `<@U123>` would call people when a plain text reaches Slack unescaped. */
const quiet = (text: string): string => text.replace(/<(?=[!@#])/g, '<\u200b');

const line = (text: string): string =>
	isHarmless(text) ? shorten(text, LONGEST_VALUE) : shorten(quiet(cleanLine(text)), LONGEST_VALUE);

const lines = (text: string, indent: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(quiet(cleanText(text)).trim(), LONGEST_VALUE).replaceAll('\n', `\n${indent}`);

const entryLines = (text: string): string => lines(text, '  ');
const knownLine = remember(line);
const knownLines = remember((text: string) => lines(text, ''));
const knownEntryLines = remember(entryLines);

const NONE: readonly string[] = [];

function writeEntry({ text, details = NONE, link }: ListEntry): string {
	let written = `- ${knownEntryLines(text)}`;
	for (const detail of details) written += `\n  ${knownEntryLines(detail)}`;
	if (link === undefined) return written;
	return `${written}\n  ${knownLine(link.label)}: ${line(link.url)}`;
}

function writeBlock(block: MessageBlock): string {
	switch (block.kind) {
		case 'heading':
			return knownLine(block.text);
		case 'paragraph':
			return knownLines(block.text);
		case 'facts':
			return block.facts
				.map(({ label, value }) => `${line(label)}: ${lines(value, '  ')}`)
				.join('\n');
		case 'list':
			return writeParts(block.entries, writeEntry, '\n');
		case 'quote':
			return `> ${lines(block.text, '> ')}`;
		case 'buttons':
			return block.buttons
				.map(({ label, url }) => `${knownLine(label)}:\n${readSafeUrl(url) ?? line(url)}`)
				.join('\n');
	}
}

const ROOM: Room = {
	budget: LONGEST,
	weigh: (part) => writeBlock(part).length + 2,
	most: { part: 40, character: 4 },
};

/** Writes a message as plain text, at most 32,000 characters without counting its buttons. */
export function renderText(document: MessageDocument): string {
	const blocks = fitBlocks(document, ROOM);
	return writeParagraphs(line(document.subject), blocks, writeBlock);
}
