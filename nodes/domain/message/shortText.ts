import type { Wording } from '../language/wording';
import { addressLine } from './addressLine';
import type { Link, ListEntry, MessageBlock, MessageDocument } from './document';
import { cleanLine, isHarmless } from '../base/plainText';
import { leftOutNote } from './fitBlocks';
import { readSafeUrl } from './safeUrl';
import { shorten } from './shorten';

/** Discord takes 2,000 characters, Google Chat 4,096 bytes; the rest is room for the notes. */
const MOST_CHARACTERS = 1_580;
const MOST_BYTES = 3_760;
const LONGEST_LINE = 400;
const LONGEST_TITLE = 200;
const LONGEST_LABEL = 80;
const MOST_DETAILS = 4;

const LOOKALIKES: Record<string, string> = { '*': '∗', '`': 'ˋ', '~': '∼', _: '＿' };

/**
 * Takes the meaning from what Discord or Google Chat would read as formatting, a link with a text or
 * a call of people. They share no escape, so signs that look the same stand in; web addresses stay.
 */
const quiet = (text: string): string =>
	text
		.replace(/@(?=everyone|here)/gi, '@\u200b')
		.replace(/(?:<|\|)(?=\S)|\](?=\()/g, '$&\u200b')
		.replace(
			/https?:\/\/[^\s<>]+|[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
			(found) => LOOKALIKES[found] ?? found,
		)
		.replace(/^(?=[#>-]|\d+[.)])/, '\u200b');

const line = (text: string, limit = LONGEST_LINE): string =>
	isHarmless(text) ? shorten(text, limit) : shorten(quiet(cleanLine(text)), limit);

/** What a text costs of the room, in characters: the tighter of the two limits counts. */
const weigh = (text: string): number =>
	Math.max(text.length + 1, ((Buffer.byteLength(text) + 1) * MOST_CHARACTERS) / MOST_BYTES);

const writeEntry = ({ text, details = [] }: ListEntry, wording?: Wording): string => {
	const more = details.length - MOST_DETAILS;
	return [
		`• ${line(text)}`,
		...details.slice(0, MOST_DETAILS).map((detail) => `   ${line(detail)}`),
		...(more > 0 ? [`   ${leftOutNote(more, wording)}`] : []),
	].join('\n');
};

/** The smallest pieces that may be left out, each to be written when there is room for it. */
function partsOf(block: MessageBlock, wording?: Wording): Array<() => string> {
	switch (block.kind) {
		case 'heading':
			return [() => `\n${line(block.text)}`];
		case 'paragraph':
			return [() => line(block.text)];
		case 'facts':
			return block.facts.map(
				({ label, value }) =>
					() =>
						`${line(label, LONGEST_LABEL)}: ${line(value)}`,
			);
		case 'list':
			return block.entries.map((entry) => () => writeEntry(entry, wording));
		case 'quote':
			return [() => `“${line(block.text)}”`];
		case 'buttons':
			return [];
	}
}

/** Buttons, and then where the entries of lists lead, as far as no link before leads there. */
function linksIn(blocks: readonly MessageBlock[]): Link[] {
	const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
	const known = new Set(buttons.map(({ url }) => url));
	const links = [...buttons];
	for (const block of blocks) {
		for (const { text, link } of block.kind === 'list' ? block.entries : []) {
			if (link === undefined || known.has(link.url)) continue;
			known.add(link.url);
			links.push({ label: text, url: link.url });
		}
	}
	return links;
}

const writeLink = ({ label, url }: Link): string =>
	`${line(label, LONGEST_LABEL)}: ${readSafeUrl(url) ?? line(url)}`;

interface Fitted {
	kept: string[];
	left: number;
	leftOut: number;
}

/** Links are why the message is sent: each that there is room for is kept. */
function fitLinks(links: readonly Link[], room: number): Fitted {
	const fitted: Fitted = { kept: [], left: room, leftOut: 0 };
	for (const written of links.map(writeLink)) {
		const cost = weigh(written);
		if (cost > fitted.left) fitted.leftOut += 1;
		else {
			fitted.kept.push(written);
			fitted.left -= cost;
		}
	}
	return fitted;
}

/** The first parts that there is room for. */
function fitParts(parts: ReadonlyArray<() => string>, room: number): Fitted {
	const kept: string[] = [];
	let left = room;
	for (const write of parts) {
		const written = write();
		left -= weigh(written);
		if (left < 0) break;
		kept.push(written);
	}
	return { kept, left, leftOut: parts.length - kept.length };
}

const noted = ({ kept, leftOut }: Fitted, wording?: Wording): string[] =>
	leftOut === 0 ? kept : [...kept, leftOutNote(leftOut, wording)];

/**
 * Writes a message for channels with little room, without any markup, at most 1,700 characters and
 * 3,900 bytes: for whom it is, its subject, the first lines that fit, and its links.
 */
export function renderShort(document: MessageDocument): string {
	const { wording } = document;
	const forWhom = addressLine(document);
	const head = [...(forWhom === undefined ? [] : [forWhom]), document.subject]
		.map((text) => line(text, LONGEST_TITLE))
		.join('\n');
	const links = fitLinks(linksIn(document.blocks), MOST_CHARACTERS - weigh(head));
	const parts = fitParts(
		document.blocks.flatMap((block) => partsOf(block, wording)),
		links.left,
	);
	return [head, noted(parts, wording), noted(links, wording)]
		.flatMap((text) => (text.length === 0 ? [] : [[text].flat().join('\n')]))
		.join('\n\n')
		.replace(/\n{3,}/g, '\n\n');
}
