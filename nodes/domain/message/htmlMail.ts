import { escapeHtml } from '../base/html';
import { remember } from '../base/remember';
import type { Fact, Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { writeParts } from './writeParts';
import { fitBlocks, type Room } from './fitBlocks';
import { cleanLine, cleanText, isHarmless } from '../base/plainText';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';

/** Gmail clips a mail at 102 KB; the rest is room for the characters that take several bytes. */
const LONGEST = 80_000;
const LONGEST_VALUE = 4_000;

/** A long name without a blank, such as that of a file, breaks on a phone: everything inherits it. */
const BREAKS = 'word-break:break-word;overflow-wrap:anywhere;';

const FONT = 'font-family:Segoe UI,Helvetica,Arial,sans-serif;';
const BODY = `${FONT}font-size:15px;line-height:23px;color:#1f2430;`;
const SMALL = `${FONT}font-size:13px;line-height:20px;color:#565d6d;`;
const INK = 'background-color:#3447c9;border:1px solid #3447c9;';
const PALE = 'background-color:#ffffff;border:1px solid #b9bfd0;';

const line = (text: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(cleanLine(text), LONGEST_VALUE, escapeHtml);

const lines = (text: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(cleanText(text).trim(), LONGEST_VALUE, escapeHtml).replaceAll('\n', '<br>');

const knownLine = remember(line);
const knownLines = remember(lines);

const row = (content: string, style: string): string =>
	`<tr><td dir="auto" style="${style}">${content}</td></tr>`;

const table = (rows: string, style = ''): string =>
	`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;${style}">${rows}</table>`;

function writeLink({ label, url }: Link): string {
	const address = readSafeUrl(url);
	return address === undefined
		? `${line(label)}: ${line(url)}`
		: `<a href="${escapeHtml(address)}" style="color:#3447c9;text-decoration:underline;">${knownLine(label)}</a>`;
}

/** The padding sits in the cell, because Outlook ignores it on a link. */
function writeButton({ label, url }: Link, index: number): string {
	const address = readSafeUrl(url);
	if (address === undefined) return row(`${line(label)}: ${line(url)}`, `${BODY}padding:0 0 12px;`);
	const [box, color] = index === 0 ? [INK, '#ffffff'] : [PALE, '#1f2430'];
	const link = `<a href="${escapeHtml(address)}" style="${FONT}font-size:15px;line-height:22px;font-weight:600;color:${color};text-decoration:none;">${knownLine(label)}</a>`;
	const button = table(
		`<tr><td align="center" style="${box}border-radius:6px;padding:11px 22px;">${link}</td></tr>`,
		'border-collapse:separate;',
	);
	return row(button, 'padding:4px 0 12px;');
}

const writeFact = ({ label, value, link }: Fact): string =>
	`<tr><td dir="auto" width="34%" valign="top" style="${SMALL}padding:7px 12px 7px 0;border-bottom:1px solid #e4e7ef;">${line(label)}</td>` +
	`<td dir="auto" valign="top" style="${BODY}padding:6px 0;border-bottom:1px solid #e4e7ef;">${link === undefined ? lines(value) : writeLink(link)}</td></tr>`;

const small = (content: string): string => `<div style="${SMALL}">${content}</div>`;

const openEntry = (text: string): string =>
	`<tr><td valign="top" width="16" style="${BODY}padding:5px 0;">&bull;</td>` +
	`<td dir="auto" valign="top" style="${BODY}padding:5px 0;">${knownLines(text)}`;

const NONE: readonly string[] = [];

function writeEntry({ text, details = NONE, link }: ListEntry): string {
	let written = openEntry(text);
	for (const detail of details) written += small(knownLines(detail));
	if (link !== undefined) written += small(writeLink(link));
	return `${written}</td></tr>`;
}

function writeBlock(block: MessageBlock): string {
	switch (block.kind) {
		case 'heading':
			return row(
				`<h2 style="${FONT}margin:0;font-size:16px;line-height:24px;color:#1f2430;">${knownLine(block.text)}</h2>`,
				'padding:14px 0 4px;',
			);
		case 'paragraph':
			return row(knownLines(block.text), PARAGRAPH);
		case 'facts':
			return row(table(writeParts(block.facts, writeFact), 'width:100%;'), 'padding:0 0 14px;');
		case 'list':
			return row(table(writeParts(block.entries, writeEntry), 'width:100%;'), 'padding:0 0 12px;');
		case 'quote':
			return row(
				table(
					row(lines(block.text), `${BODY}padding:2px 0 2px 14px;border-left:3px solid #b9bfd0;`),
				),
				'padding:0 0 14px;',
			);
		case 'buttons':
			return writeParts(block.buttons, writeButton);
	}
}

const PARAGRAPH = `${BODY}padding:0 0 12px;`;

const ROOM: Room = {
	budget: LONGEST,
	weigh: (part) => bytes(writeBlock(part)),
	most: { part: 1000, character: 6 },
};

/**
 * Writes a message as HTML for e-mail: tables and inline styles only, as Outlook and Gmail need
 * them, nothing loaded from elsewhere. A fragment without `<html>`, so that it can also be put
 * into a note of a CRM.
 */
export function renderHtml(document: MessageDocument): string {
	const blocks = fitBlocks(document, ROOM);
	const title = row(
		`<h1 style="${FONT}margin:0;font-size:20px;line-height:28px;color:#1f2430;">${line(document.subject)}</h1>`,
		'padding:0 0 14px;',
	);
	const body = table(title + writeParts(blocks, writeBlock), 'width:100%;max-width:600px;');
	return table(
		`<tr><td align="center" style="padding:24px 16px;background-color:#ffffff;${BREAKS}">${body}</td></tr>`,
		'width:100%;background-color:#ffffff;',
	);
}

const bytes = (written: string): number => Buffer.byteLength(written);
