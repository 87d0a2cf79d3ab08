import type { Fact, Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { fitBlocks, type Room, type Weigh } from './fitBlocks';
import { cleanLine } from '../base/plainText';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';
import {
	LONGEST_LABEL,
	quietMrkdwn,
	mrkdwnLine,
	mrkdwnLines,
	knownMrkdwnLines,
	knownMrkdwnLine,
} from './mrkdwn';

/** One block of Slack's Block Kit. */
export type SlackBlock = Record<string, unknown>;

/**
 * Limits of Block Kit (docs.slack.dev/reference/block-kit): 50 blocks a message, a header of 150
 * characters, a section of 3000, ten fields of 2000, a button of 75. A message beyond about 13,000
 * characters in all is refused, so the budget stays below; a block costs at least a 45th of it.
 */
const BUDGET = 11_000;

const BLOCK_COST = 240;

const HEADER = 150;

const SECTION = 3000;

const FIELDS = 10;

const BUTTON = 75;

const LONGEST_ADDRESS = 790;

const plain = (text: string, limit: number): SlackBlock => ({
	type: 'plain_text',
	text: shorten(quietMrkdwn(cleanLine(text)), limit) || '–',
	emoji: false,
});

const mrkdwn = (text: string): SlackBlock => ({ type: 'mrkdwn', text, verbatim: true });

const section = (text: string): SlackBlock[] =>
	text === '' ? [] : [{ type: 'section', text: mrkdwn(text) }];

function writeLink({ label, url }: Link): string {
	const address = readSafeUrl(url)?.replaceAll('&', '&amp;');
	return address === undefined || address.length > LONGEST_ADDRESS
		? `${mrkdwnLine(label, LONGEST_LABEL)}: ${mrkdwnLine(url, LONGEST_ADDRESS)}`
		: `<${address}|${mrkdwnLine(label, LONGEST_LABEL).replaceAll('|', '¦')}>`;
}

/** At most 700 for the text, 1200 for all details and 1000 for the link: within one section. */
function writeEntry({ text, details = NONE, link }: ListEntry): string {
	const share = Math.floor(1200 / Math.max(details.length, 1));
	let written = `•  ${mrkdwnLine(text, 700)}`;
	for (const detail of details) {
		// A kept line is written in full; where that is too long for its share, it is cut anew.
		const whole = knownMrkdwnLine(detail);
		written += whole.length <= share ? `\n      ${whole}` : `\n      ${mrkdwnLine(detail, share)}`;
	}
	if (link !== undefined) written += `\n      ${writeLink(link)}`;
	return written;
}

const NONE: readonly string[] = [];

/** As few sections as the entries need. */
function writeList(entries: readonly ListEntry[]): SlackBlock[] {
	const sections: string[] = [];
	for (const entry of entries.map(writeEntry)) {
		const last = sections.at(-1);
		if (last === undefined || last.length + entry.length + 1 > SECTION) sections.push(entry);
		else sections[sections.length - 1] = `${last}\n${entry}`;
	}
	return sections.flatMap(section);
}

const writeFact = ({ label, value, link }: Fact): SlackBlock => {
	const written = link === undefined ? mrkdwnLines(value) : writeLink(link);
	return mrkdwn(`*${mrkdwnLine(label, LONGEST_LABEL)}*\n${written || '–'}`);
};

function writeFacts(facts: readonly Fact[]): SlackBlock[] {
	const blocks: SlackBlock[] = [];
	for (let start = 0; start < facts.length; start += FIELDS) {
		const fields = facts.slice(start, start + FIELDS).map(writeFact);
		blocks.push({ type: 'section', fields });
	}
	return blocks;
}

const writeButton = ({ label, url }: Link, index: number): SlackBlock[] => {
	const address = readSafeUrl(url);
	if (address === undefined) return [];
	const style = index === 0 ? { style: 'primary' } : {};
	return [{ type: 'button', text: plain(label, BUTTON), url: address, ...style }];
};

/** A button whose address is no safe link is shown as text. */
function writeButtons(buttons: readonly Link[]): SlackBlock[] {
	const elements = buttons.flatMap(writeButton);
	const unsafe = buttons.filter(({ url }) => readSafeUrl(url) === undefined).map(writeLink);
	const actions = elements.length > 0 ? [{ type: 'actions', elements }] : [];
	return [...actions, ...unsafe.flatMap(section)];
}

function writeBlock(block: MessageBlock): SlackBlock[] {
	switch (block.kind) {
		case 'heading':
			return section(`*${mrkdwnLine(block.text, LONGEST_LABEL)}*`);
		case 'paragraph':
			return section(knownMrkdwnLines(block.text));
		case 'facts':
			return writeFacts(block.facts);
		case 'list':
			return writeList(block.entries);
		case 'quote':
			return section(`>${mrkdwnLines(block.text).replaceAll('\n', '\n>')}`);
		case 'buttons':
			return writeButtons(block.buttons);
	}
}

/** Facts and entries share the section that the first of them opens. */
const weigh: Weigh = (part, first) => {
	const shares = !first && (part.kind === 'facts' || part.kind === 'list');
	const blocks = writeBlock(part);
	return JSON.stringify(blocks).length + (shares ? 0 : blocks.length * BLOCK_COST);
};

const ROOM: Room = { budget: BUDGET, weigh, most: { part: 330, character: 5 } };

/** Writes a message as Slack blocks: the array that goes under `blocks`. */
export function renderSlackBlocks(document: MessageDocument): SlackBlock[] {
	const blocks = fitBlocks(document, ROOM);
	return [{ type: 'header', text: plain(document.subject, HEADER) }, ...blocks.flatMap(writeBlock)];
}
