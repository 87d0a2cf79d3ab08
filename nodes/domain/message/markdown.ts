import { remember } from '../base/remember';
import type { Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { writeParts, writeParagraphs } from './writeParts';
import { fitBlocks, type Room } from './fitBlocks';
import { cleanLine, cleanText, isHarmless } from '../base/plainText';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';

const LONGEST = 30_000;
const LONGEST_VALUE = 2_000;

/** Takes the meaning from every character that CommonMark or GitHub could read as markup. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>|~]/g, '\\$&');

/**
 * An invisible companion for what calls a person (`@ana`), an issue (`#12`) or a character (`&lt;`):
 * nobody is notified, nothing is linked, and the text reads the same.
 */
const quiet = (text: string): string =>
	text.replace(/(?<!\w)@(?=\w)|#(?=\d)|!(?=\[)|&(?=#?\w+;)/g, '$&\u200b');

/** The line starts that make a heading, a list, a rule or a table: only there do they mean it. */
const escapeStart = (written: string): string =>
	written.replace(/^[-+=:#]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');

const shortened = (text: string): string => shorten(quiet(text), LONGEST_VALUE, escapeMarkdown);

const line = (text: string): string =>
	isHarmless(text) ? shorten(text, LONGEST_VALUE) : escapeStart(shortened(cleanLine(text)));

/** Line breaks stay, as hard breaks; blank lines and indents, which open other blocks, do not. */
const lines = (text: string, indent = ''): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shortened(cleanText(text))
				.split('\n')
				.map((each) => escapeStart(each.trim()))
				.filter(Boolean)
				.join(`  \n${indent}`);

/** Parentheses end a link's address in CommonMark, a character reference in it is decoded. */
const writeAddress = (url: string): string =>
	url
		.replaceAll('(', '%28')
		.replaceAll(')', '%29')
		.replace(/&(?=#?\w+;)/g, '%26');

function writeLink({ label, url }: Link): string {
	const address = readSafeUrl(url);
	return address === undefined
		? `${knownLine(label)}: ${line(url)}`
		: `[${knownLine(label)}](${writeAddress(address)})`;
}

const entryLines = (text: string): string => lines(text, '  ');
const knownLine = remember(line);
const knownLines = remember((text: string) => lines(text));
const knownEntryLines = remember(entryLines);

const NONE: readonly string[] = [];

function writeEntry({ text, details = NONE, link }: ListEntry): string {
	let written = '';
	const add = (part: string): void => {
		if (part !== '') written += written === '' ? part : `  \n  ${part}`;
	};
	add(knownEntryLines(text));
	for (const detail of details) add(knownEntryLines(detail));
	if (link !== undefined) add(writeLink(link));
	return `- ${written}`;
}

function writeBlock(block: MessageBlock): string {
	switch (block.kind) {
		case 'heading':
			return `### ${knownLine(block.text)}`;
		case 'paragraph':
			return knownLines(block.text);
		case 'facts':
			return block.facts
				.map(
					({ label, value, link }) =>
						`- **${line(label)}:** ${link === undefined ? lines(value, '  ') : writeLink(link)}`,
				)
				.join('\n');
		case 'list':
			return writeParts(block.entries, writeEntry, '\n');
		case 'quote':
			return `> ${lines(block.text, '> ')}`;
		case 'buttons':
			return block.buttons.map((button) => `**${writeLink(button)}**`).join(' · ');
	}
}

const ROOM: Room = {
	budget: LONGEST,
	weigh: (part) => writeBlock(part).length + 2,
	most: { part: 40, character: 4 },
};

/** Writes a message as CommonMark, as Notion, GitHub and most project tools read it. */
export function renderMarkdown(document: MessageDocument): string {
	const blocks = fitBlocks(document, ROOM);
	return writeParagraphs(`## ${line(document.subject)}`, blocks, writeBlock);
}
