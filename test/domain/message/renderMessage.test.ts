import fc from 'fast-check';
import type { MessageBlock } from '../../../nodes/domain/message/document';
import { messageSchema } from '../../../nodes/domain/base/message';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { HOSTILE_TEXTS, HOSTILE_URLS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf, hugeDocument } from '../../support/messageDocuments';
import { inTime, LONGEST_FOR_A_MESSAGE_MS } from '../../support/timeLimit';
import { draws } from '../../support/draws';

const words = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme', maxLength: 3000 }),
	fc.constantFrom(...HOSTILE_TEXTS),
);
const longUrl = fc
	.constantFrom('x', '&', '(', 'é')
	.map((character) => `https://a.example/?${character.repeat(2900)}`);
const link = fc.record({ label: words, url: fc.oneof(fc.webUrl(), words, longUrl) });
const block: fc.Arbitrary<MessageBlock> = fc.oneof(
	fc.record({ kind: fc.constantFrom('heading', 'paragraph', 'quote'), text: words }),
	fc.record({
		kind: fc.constant('facts' as const),
		facts: fc.array(fc.record({ label: words, value: words }), { maxLength: 40 }),
	}),
	fc.record({
		kind: fc.constant('list' as const),
		entries: fc.array(
			fc.record(
				{
					text: words,
					details: fc.array(words, { maxLength: 20 }),
					link,
				},
				{ requiredKeys: ['text'] },
			),
			{ maxLength: 30 },
		),
	}),
	fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(link, { maxLength: 30 }) }),
);
const document = fc.record({
	kind: fc.constant('request' as const),
	to: fc.array(fc.record({ name: words, email: words }), { maxLength: 2 }),
	subject: words,
	blocks: fc.array(block, { maxLength: 60 }),
});

describe('renderMessage', () => {
	it('says the same thing in every form', () => {
		const message = renderMessage(documentOf('Kick-off date is missing'));
		const forms = [
			message.text,
			message.short,
			message.markdown,
			message.html,
			JSON.stringify(message.slackBlocks),
			JSON.stringify(message.adaptiveCard),
		];
		for (const form of forms) {
			expect(form).toContain('date is missing');
			expect(form).toContain('Review and decide');
			expect(form).toContain('signature=a_b-c~d');
		}
	});

	it.each([
		['ana@example.com', 'Ana', { name: 'Ana', email: 'ana@example.com' }],
		['Ana Lima <ana@example.com>', '', { name: 'Ana Lima', email: 'ana@example.com' }],
		['0055f000003abcdAAA', 'Ana', { name: 'Ana', email: '' }],
		['', 'Sales', { name: 'Sales', email: '' }],
	])('is for an address or for none: %j of %j', (email, name, person) => {
		const to = [{ name, email }];
		expect(renderMessage({ ...documentOf('Plain'), to }).to).toEqual([person]);
	});

	it('keeps within the limits of every channel, whatever the document holds', () => {
		fc.assert(
			fc.property(
				document,
				inTime((given) => {
					const message = messageSchema.parse(renderMessage(given));
					expect(message.subject).not.toMatch(/[\r\n]/);
					expect(message.subject.length).toBeLessThanOrEqual(200);
					expect(message.text.length).toBeLessThanOrEqual(33_000);
					expect(message.short.length).toBeLessThanOrEqual(1_700);
					expect(Buffer.byteLength(message.short)).toBeLessThanOrEqual(3_900);
					expect(message.markdown.length).toBeLessThanOrEqual(33_000);
					expect(message.slackBlocks.length).toBeLessThanOrEqual(50);
					expect(Buffer.byteLength(message.html)).toBeLessThanOrEqual(102_000);
					expect(Buffer.byteLength(JSON.stringify(message.adaptiveCard))).toBeLessThanOrEqual(
						28_000,
					);
				}, LONGEST_FOR_A_MESSAGE_MS),
			),
			draws(60),
		);
	}, 60_000);

	it('keeps the buttons and says how much is left out when a message is too long', () => {
		const message = renderMessage(hugeDocument(500));
		const card = JSON.stringify(message.adaptiveCard);
		const slack = JSON.stringify(message.slackBlocks);
		for (const form of [message.text, message.markdown, message.html, slack, card]) {
			expect(form).toContain('Review and decide');
			expect(form).toMatch(/… \d+ more lines? did not fit here\./);
		}
		expect(message.slackBlocks.length).toBeLessThanOrEqual(50);
	});

	it.each(HOSTILE_URLS)('shows the address %j as text in every form', (url) => {
		const message = renderMessage(documentOf('Open', url));
		const buttons = JSON.stringify([message.slackBlocks, message.adaptiveCard]);
		const links = [
			...[...message.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address),
			...[...message.markdown.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address),
			...[...buttons.matchAll(/"url":"([^"]*)"/g)].map(([, address]) => address),
		];
		expect(links.length).toBeGreaterThanOrEqual(4);
		for (const address of links) expect(address?.replaceAll('&amp;', '&')).toBe(DECIDE_LINK.url);
	});

	it.each(['text', 'markdown', 'html'] as const)('cuts a very long value visibly in %s', (form) => {
		const message = renderMessage(documentOf('long '.repeat(20_000)));
		expect(message[form]).toMatch(/… \(\+\d{4,5}\)/);
		expect(message[form].length).toBeLessThan(90_000);
	});

	it('drops characters that turn the direction of the text around them', () => {
		const message = renderMessage(documentOf('\u202egnp.exe\u202c'));
		expect(JSON.stringify(message)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
		expect(message.subject).toBe('gnp.exe');
	});
});
