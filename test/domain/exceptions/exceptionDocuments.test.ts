import {
	exceptionAskedDocument,
	exceptionEndingDocument,
	exceptionGrantedDocument,
	exceptionRefusedDocument,
	exceptionReminderDocument,
} from '../../../nodes/domain/exceptions/exceptionDocuments';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { ASKED, lackingHandoff, LEE, SAM } from '../../support/exceptionPages';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';

const handoff = lackingHandoff();
const locale = { wording: WORDINGS.en, timezone: 'Europe/Berlin' };
const link = { ...LEE, url: 'https://n8n.example/webhook-waiting/7?signature=lee' };
const WAIVER = {
	...{ requirementId: 'po', reason: ASKED.reason, expiresAt: '2026-03-18' },
	approvedBy: 'Lee Head <lee@example.com>',
};
const NOTICE = {
	...{ at: '2026-03-13T16:00:00.000Z', label: 'Purchase order', title: 'Website for Acme' },
	...{ sender: SAM, language: 'en' as const, timezone: 'Europe/Berlin' },
};

const documents = {
	asked: exceptionAskedDocument(handoff, ASKED, { link, locale }),
	reminder: exceptionReminderDocument(handoff, ASKED, { link, locale }),
	granted: exceptionGrantedDocument(handoff, ASKED, { waiver: WAIVER, locale }),
	refused: exceptionRefusedDocument(handoff, ASKED, {
		...{ approver: 'Lee Head', reason: 'Accounting cannot book it.', locale },
	}),
	ending: exceptionEndingDocument(NOTICE, { expiresAt: '2026-03-18', recordUrl: '' }),
};
const messages = Object.fromEntries(
	Object.entries(documents).map(([kind, document]) => [kind, renderMessage(document)]),
);

describe('the messages about an exception', () => {
	it.each([
		['asked', LEE, 'Exception asked for: Website for Acme'],
		['reminder', LEE, 'Reminder: Exception asked for: Website for Acme'],
		['granted', SAM, 'Exception granted: Website for Acme'],
		['refused', SAM, 'Exception refused: Website for Acme'],
		['ending', SAM, 'An exception ends soon: Website for Acme'],
	])('%s goes to %j', (kind, to, subject) => {
		const said = to === LEE ? 'exceptionRequest' : 'exception';
		expect(messages[kind]).toMatchObject({ kind: said, to: [to], subject });
	});

	it.each([
		[
			'asked',
			'Sam Seller cannot supply this for “Website for Acme” and asks for an exception until Fri 20 Mar 2026:',
		],
		['asked', 'Purchase order is missing'],
		['asked', 'The client sends it in April.'],
		['asked', 'Without an answer nothing is granted.'],
		['asked', 'signature=lee'],
		['reminder', 'signature=lee'],
		[
			'granted',
			'Lee Head <lee@example.com> grants the exception for “Purchase order” until Wed 18 Mar 2026. Then it is asked for again.',
		],
		['refused', 'Lee Head does not grant the exception for “Purchase order”:'],
		['refused', 'Accounting cannot book it.'],
		['refused', 'You can ask again with another reason.'],
		['ending', 'The exception for “Purchase order” ends: Wed 18 Mar 2026.'],
	])('%s says “%s”', (kind, text) => {
		expect(messages[kind]?.text).toContain(text);
	});

	it('tell an approver nothing of what else is missing', () => {
		expect(JSON.stringify(messages.asked)).not.toContain('Amount');
	});

	it.each(Object.values(WORDINGS))('are written in $language without a gap', (wording) => {
		const said = { wording, timezone: 'UTC' };
		const texts = [
			exceptionAskedDocument(handoff, ASKED, { link, locale: said }),
			exceptionGrantedDocument(handoff, ASKED, { waiver: WAIVER, locale: said }),
			exceptionRefusedDocument(handoff, ASKED, { approver: 'Lee', reason: 'No.', locale: said }),
		].map((document) => renderMessage(document).text);

		expect(texts.join('\n')).not.toMatch(/\{\w+\}/);
	});

	it.each(HOSTILE_TEXTS)('let no text out of its place: %j', (text) => {
		const asked = { ...ASKED, reason: text, expiresAt: text, by: { ...SAM, name: text } };
		const { html } = renderMessage(exceptionAskedDocument(handoff, asked, { link, locale }));

		expect(html).not.toMatch(/<(?:script|img|svg|iframe)\b/i);
	});
});
