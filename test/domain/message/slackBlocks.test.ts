import { z } from 'zod';
import { renderSlackBlocks } from '../../../nodes/domain/message/slackBlocks';
import { escapeMrkdwn } from '../../../nodes/domain/message/mrkdwn';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf, hugeDocument } from '../../support/messageDocuments';

const plain = (longest: number) =>
	z.object({
		type: z.literal('plain_text'),
		text: z.string().min(1).max(longest),
		emoji: z.boolean(),
	});
const mrkdwn = (longest: number) =>
	z.object({
		type: z.literal('mrkdwn'),
		text: z.string().min(1).max(longest),
		verbatim: z.literal(true),
	});
const button = z.object({
	type: z.literal('button'),
	text: plain(75),
	url: z.string().max(3000),
	style: z.literal('primary').optional(),
});

/** Block Kit as its reference describes it, for the blocks that we use. */
const blockKit = z
	.array(
		z.union([
			z.object({ type: z.literal('header'), text: plain(150) }).strict(),
			z.object({ type: z.literal('section'), text: mrkdwn(3000) }).strict(),
			z
				.object({ type: z.literal('section'), fields: z.array(mrkdwn(2000)).min(1).max(10) })
				.strict(),
			z.object({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }).strict(),
		]),
	)
	.max(50);

const textsOf = (blocks: unknown): string[] =>
	[...JSON.stringify(blocks).matchAll(/"mrkdwn","text":("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
		z.string().parse(JSON.parse(text ?? '')),
	);

describe('renderSlackBlocks', () => {
	it('stays within Block Kit, whatever the data holds', () => {
		for (const text of HOSTILE_TEXTS) blockKit.parse(renderSlackBlocks(documentOf(text)));
		blockKit.parse(renderSlackBlocks(hugeDocument(300)));
	});

	it('links to nothing but our own addresses and calls nobody', () => {
		for (const text of HOSTILE_TEXTS) {
			for (const written of textsOf(renderSlackBlocks(documentOf(text)))) {
				for (const [, target] of written.matchAll(/<([^|>]*)/g)) {
					expect(target?.replaceAll('&amp;', '&')).toBe(DECIDE_LINK.url);
				}
				expect(written).not.toMatch(/@(?:here|channel|everyone)/);
			}
		}
	});

	it.each`
		text            | written
		${'a < b & c'}  | ${'a &lt; b &amp; c'}
		${'<!channel>'} | ${'&lt;!channel&gt;'}
		${'*bold*'}     | ${'\u200b*\u200bbold\u200b*\u200b'}
		${'~_`'}        | ${'\u200b~\u200b\u200b_\u200b\u200b`\u200b'}
		${'plain text'} | ${'plain text'}
	`('escapes $text for mrkdwn', ({ text, written }) => {
		expect(escapeMrkdwn(text)).toBe(written);
	});

	it('makes the first button the primary one and keeps its address', () => {
		const blocks = renderSlackBlocks({
			kind: 'request',
			to: [],
			subject: 'A handoff waits',
			blocks: [
				{ kind: 'buttons', buttons: [DECIDE_LINK, { label: 'Deal', url: 'https://a.example' }] },
			],
		});
		expect(blocks[1]).toMatchObject({
			elements: [{ url: DECIDE_LINK.url, style: 'primary' }, { url: 'https://a.example' }],
		});
	});
});
