import { createHash } from 'node:crypto';
import { renderClosingPage } from '../../../../nodes/domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../../../../nodes/domain/acceptance/page/decisionPage';
import {
	bareModel,
	closingBasis,
	CLOSINGS,
	fullModel,
	READ_AT,
	refusedModel,
} from '../../../support/decisionPages';
import { filledWith } from '../../../support/hostileModels';
import { HOSTILE_TEXTS } from '../../../support/hostileTexts';

const full = renderDecisionPage(fullModel);

/** What a reader sees, without the markup. */
const textOf = (html: string): string =>
	html
		.replace(/<style>.*<\/style>/s, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ');

describe('renderDecisionPage', () => {
	it.each([
		['the record', 'Northwind GmbH: website relaunch'],
		['both teams', 'Sales → Delivery'],
		['the deadline in the zone of the reader', 'Tue 3 March 2026, 12:00 (Europe/Berlin)'],
		['a value of the packet', '€ 48,000'],
		['a value that is not given', 'Out of scope not given'],
		['an open finding', 'Hosting contact is missing'],
		['who granted an exception until when', 'Granted by Robin Lead until Fri 20 March 2026, 18:00'],
		['the quote of a proposal', 'we would love to be live by the first of June'],
		['what was fixed', 'Fixed Kick-off date Scope'],
		['the checklist', 'The scope is clear to us (required)'],
		['the reasons', 'We have no capacity at that time'],
		['the history', 'Ana Example returned it: Something is missing'],
		['the policy and its version', 'Agreed in “Sales to Delivery”, version 3.'],
	])('shows %s', (_what, text) => {
		expect(textOf(full.html)).toContain(text);
	});

	it('leaves out the sections that have nothing to say', () => {
		const text = textOf(renderDecisionPage(bareModel).html);
		for (const title of [
			'What you receive',
			'Still open',
			'Proposed',
			'Since attempt',
			'History',
		]) {
			expect(text).not.toContain(title);
		}
	});

	it.each`
		now                         | overdue
		${'2026-03-03T11:00:00Z'}   | ${false}
		${'2026-03-03T11:00:00.1Z'} | ${true}
	`('is overdue at $now: $overdue (due Tue 2026-03-03 12:00 in Berlin)', ({ now, overdue }) => {
		const page = renderDecisionPage({ ...fullModel, now: Date.parse(now) });
		expect(textOf(page.html).includes('Overdue')).toBe(overdue);
	});

	it.each`
		now                       | language | away
		${'2026-03-02T09:15:00Z'} | ${'en'}  | ${'in 26 hours'}
		${'2026-03-03T10:45:00Z'} | ${'en'}  | ${'in 15 minutes'}
		${'2026-03-03T03:01:00Z'} | ${'en'}  | ${'in 8 hours'}
		${'2026-03-03T03:59:00Z'} | ${'en'}  | ${'in 7 hours'}
		${'2026-03-03T09:01:00Z'} | ${'en'}  | ${'in 119 minutes'}
		${'2026-03-06T11:00:00Z'} | ${'en'}  | ${'3 days ago'}
		${'2026-03-02T09:15:00Z'} | ${'de'}  | ${'in 26 Stunden'}
		${'2026-03-06T11:00:00Z'} | ${'fr'}  | ${'il y a 3 jours'}
	`('says at $now in $language how far the deadline is: $away', ({ now, language, away }) => {
		const wording = { ...fullModel.wording, language };
		const page = renderDecisionPage({ ...fullModel, wording, now: Date.parse(now) });
		expect(textOf(page.html)).toContain(away);
	});

	it.each([
		['a password', { password: true, code: false }, ['password']],
		['a code', { password: false, code: true }, ['code']],
		['neither', { password: false, code: false }, []],
	])('asks for %s where the request does', (_what, asks, names) => {
		const { html } = renderDecisionPage({ ...fullModel, asks });
		const shown = ['password', 'code'].filter((name) => html.includes(`name="${name}"`));
		expect(shown).toEqual(names);
	});

	it('offers to forward only where that is allowed', () => {
		expect(full.html).toContain('value="forward"');
		expect(renderDecisionPage(bareModel).html).not.toMatch(/value="forward"|colleague/);
	});

	it('chooses no decision beforehand', () => {
		expect(full.html).toMatch(/name="decision"/);
		expect(full.html).not.toMatch(/name="decision"[^<>]*\bchecked\b/);
	});

	it('puts the errors of a refused form on top, each with a link to its field', () => {
		const page = renderDecisionPage(refusedModel);
		expect(page.status).toBe(422);
		for (const name of ['note.incomplete', 'name']) {
			expect(page.html).toContain(`href="#${name}"`);
			expect(page.html).toMatch(
				new RegExp(
					`id="${name}"[^>]*aria-describedby="[^"]*${name}.error"[^>]*aria-invalid="true"`,
				),
			);
		}
	});

	it('shows a long value shortened and says so', () => {
		const page = renderDecisionPage({
			...fullModel,
			packet: [{ label: 'Notes', value: 'x'.repeat(100_000) }],
		});
		expect(page.html).toMatch(/x… \(\+\d+\)/);
		expect(page.html.length).toBeLessThan(40_000);
	});

	it('shows at most 200 rows and says how many more there are', () => {
		const packet = Array.from({ length: 230 }, (_, row) => ({ label: `L${row}`, value: 'v' }));
		expect(textOf(renderDecisionPage({ ...fullModel, packet }).html)).toContain(
			'30 more are in the record.',
		);
	});

	it('says times in UTC when the zone is not known', () => {
		const page = renderDecisionPage({ ...fullModel, timezone: 'Mars/Olympus' });
		expect(textOf(page.html)).toContain('Tue 3 March 2026, 11:00 (UTC)');
	});
});

describe('every page', () => {
	const pages = [
		full,
		renderDecisionPage(refusedModel),
		...CLOSINGS.map((closing) => renderClosingPage(closingBasis, closing)),
	];

	it.each(pages.map((page) => [/<title>([^<]*)/.exec(page.html)?.[1], page] as const))(
		'“%s” allows its own style and nothing else',
		(_title, { headers, html }) => {
			const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
			const hash = createHash('sha256').update(style).digest('base64');
			expect(headers['Content-Security-Policy']).toBe(
				`default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
			);
			expect(headers).toMatchObject({
				'Referrer-Policy': 'no-referrer',
				'Cache-Control': expect.stringMatching(/^no-store\b/),
				'X-Content-Type-Options': 'nosniff',
				'X-Robots-Tag': 'noindex, nofollow',
			});
			expect(html).not.toMatch(/<script|\son\w+=|style="|javascript:/i);
		},
	);

	it('writes no tag of the data, whatever the data holds', () => {
		const tagsOf = (html: string): string =>
			(html.match(/<\/?[a-z!][a-z0-9]*/gi) ?? [])
				.filter((tag) => !/img|^<\/?p$|^<a$|^<\/a$/.test(tag))
				.join('');
		const harmless = tagsOf(renderDecisionPage(filledWith('harmless')).html);
		for (const text of HOSTILE_TEXTS) {
			if (text.trim() === '') continue;
			const { html } = renderDecisionPage(filledWith(text));
			expect(tagsOf(html)).toBe(harmless);
			expect(html).not.toMatch(/href="(?!#|https?:|mailto:)/);
			expect(html).not.toContain('<img');
		}
	});
});

describe('renderClosingPage', () => {
	it.each`
		closing                                                                        | status | text
		${{ kind: 'accepted' }}                                                        | ${200} | ${'is now with Delivery'}
		${{ kind: 'returned' }}                                                        | ${200} | ${'goes back to Sales'}
		${{ kind: 'already', by: { name: 'Kai', decision: 'accepted', at: READ_AT } }} | ${409} | ${'Kai accepted it on Mon 2 March 2026, 10:15'}
		${{ kind: 'already', by: { name: 'Kai', decision: 'returned', at: READ_AT } }} | ${409} | ${'Kai returned it on Mon 2 March 2026, 10:15'}
		${{ kind: 'busy' }}                                                            | ${409} | ${'Open the link again to see where'}
		${{ kind: 'forwarded', name: 'Kim' }}                                          | ${200} | ${'Kim decides on'}
		${{ kind: 'voted', needed: 3, count: 2 }}                                      | ${200} | ${'3 people must accept “Northwind GmbH: website relaunch”. Accepted so far: 2.'}
		${{ kind: 'already' }}                                                         | ${409} | ${'has already been decided'}
		${{ kind: 'closed' }}                                                          | ${410} | ${'no longer valid'}
		${{ kind: 'notReceiver' }}                                                     | ${403} | ${'not for you to decide'}
		${{ kind: 'unreadable' }}                                                      | ${400} | ${'Nothing was decided'}
	`('says for $closing: $text', ({ closing, status, text }) => {
		const page = renderClosingPage(closingBasis, closing);
		expect(page.status).toBe(status);
		expect(textOf(page.html)).toContain(text);
		expect(page.html).not.toContain('<form');
	});
});
