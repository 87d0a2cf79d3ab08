import fc from 'fast-check';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import type { MessageDocument } from '../../../nodes/domain/message/document';
import { renderShort } from '../../../nodes/domain/message/shortText';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { DECIDE_LINK, documentOf, hugeDocument } from '../../support/messageDocuments';
import { draws } from '../../support/draws';

const ANA = { name: 'Ana Example', email: 'ana@delivery.example' };

const message = (different: Partial<MessageDocument>): MessageDocument => ({
	...{ kind: 'fixList', to: [ANA], subject: 'Acme is not ready', blocks: [] },
	...different,
});

const paragraph = (text: string) => renderShort(message({ blocks: [{ kind: 'paragraph', text }] }));

describe('the short form of a message', () => {
	it('says for whom it is, what it is about, the lines, and the links', () => {
		const short = renderShort(
			message({
				blocks: [
					{ kind: 'paragraph', text: 'One thing to fix.' },
					{ kind: 'heading', text: 'To be fixed by Sales' },
					{
						kind: 'list',
						entries: [
							{
								text: 'Budget is missing',
								details: ['Expected: a number'],
								link: { label: 'Fix it here', url: 'https://crm.example/1#amount' },
							},
						],
					},
					{ kind: 'facts', facts: [{ label: 'Scope', value: 'Two sites' }] },
					{ kind: 'buttons', buttons: [{ label: 'Open', url: 'https://crm.example/1' }] },
				],
			}),
		);

		expect(short).toBe(
			[
				'For Ana Example\nAcme is not ready',
				'One thing to fix.',
				'To be fixed by Sales\n• Budget is missing\n   Expected: a number\nScope: Two sites',
				'Open: https://crm.example/1\nBudget is missing: https://crm.example/1#amount',
			].join('\n\n'),
		);
	});

	it('names an address once, by its button', () => {
		const url = 'https://crm.example/1';
		const entries = [{ text: 'Budget', link: { label: 'Fix it here', url } }];
		const buttons = [{ label: 'Open', url }];
		const short = renderShort(
			message({
				blocks: [
					{ kind: 'list', entries },
					{ kind: 'buttons', buttons },
				],
			}),
		);

		expect(short.split(url)).toHaveLength(2);
		expect(short).toContain(`Open: ${url}`);
	});

	it('keeps the links and says how much is left out when a message is too long', () => {
		const short = renderShort(hugeDocument(300));

		expect(short).toContain(DECIDE_LINK.url);
		expect(short).toMatch(/… \d+ more lines? did not fit here\./);
	});

	it('keeps the other links when one is longer than the channel takes', () => {
		const long = { label: 'Long', url: `https://a.example/${'x'.repeat(2500)}` };
		const short = renderShort(
			message({ blocks: [{ kind: 'buttons', buttons: [long, DECIDE_LINK] }] }),
		);

		expect(short).toContain(DECIDE_LINK.url);
		expect(short).toContain('… 1 more line did not fit here.');
	});

	it('fits into Discord and into Google Chat, whatever the document holds', () => {
		const fits = (text: string, url?: string): void => {
			const short = renderShort({ ...documentOf(text, url), to: [{ name: text, email: text }] });
			expect(short.length).toBeLessThanOrEqual(1_700);
			expect(Buffer.byteLength(short)).toBeLessThanOrEqual(3_900);
		};
		HOSTILE_TEXTS.forEach((text) => fits(text));
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.webUrl(), (text, url) => {
				fits(text, url);
			}),
			draws(),
		);
		['€', '😀', '漢', '\n', '*', '@everyone '].forEach((sign) => fits(sign.repeat(900)));
	});

	it.each`
		text                                  | marks
		${'@everyone look'}                   | ${'@everyone'}
		${'<@123> and <users/all>'}           | ${/<[@u]/}
		${'**bold** and *bold*'}              | ${'*'}
		${'a ~~line~~ and ``code``'}          | ${/[~`]/}
		${'_so_ and __so__'}                  | ${'_'}
		${'[click](https://evil.example)'}    | ${']('}
		${'# a heading'}                      | ${/^#/m}
		${'||hidden||'}                       | ${'||'}
		${'https://a.example/@everyone here'} | ${'@everyone'}
	`('lets no text of a record format, hide or call anybody: $text', ({ text, marks }) => {
		expect(paragraph(text)).not.toMatch(marks);
	});

	it.each(['ana_b_c@delivery.example', 'https://a.example/x_y~z/*/_a_', 'kick_off_date'])(
		'leaves addresses and names as they are written: %s',
		(text) => {
			expect(paragraph(`See ${text} now`)).toContain(`See ${text} now`);
		},
	);

	it.each`
		to                                                     | line
		${[ANA]}                                               | ${'For Ana Example'}
		${[ANA, { name: '', email: 'bo@a.example' }]}          | ${'For Ana Example, bo@a.example'}
		${[{ name: 'Sales', email: '' }]}                      | ${'For Sales'}
		${[...'abcdefg'].map((name) => ({ name, email: '' }))} | ${'For a, b, c, d, e … (+2)'}
		${[]}                                                  | ${'Acme is not ready'}
	`('begins with “$line”', ({ to, line }) => {
		expect(renderShort(message({ to })).split('\n')[0]).toBe(line);
	});

	it('says for whom it is in the language of the message', () => {
		expect(renderShort(message({ wording: WORDINGS.de }))).toMatch(/^Für Ana Example\n/);
	});
});
