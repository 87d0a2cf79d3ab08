import { renderDecisionPage } from '../../../nodes/domain/acceptance/page/decisionPage';
import { fill, wordingChangesSchema } from '../../../nodes/domain/language/wording';
import { fullModel } from '../../support/decisionPages';
import { WORDINGS } from '../../../nodes/domain/language/languages';

describe('the wording of the pages', () => {
	it('puts any text in place of the English one, with its words in braces filled in', () => {
		const changes = wordingChangesSchema.parse({
			language: 'de',
			submit: 'Entscheidung senden',
			lede: '{sender} übergibt an {receiver}.',
		});
		const { html } = renderDecisionPage({
			...fullModel,
			wording: { ...WORDINGS.en, ...changes },
		});
		expect(html).toContain('lang="de"');
		expect(html).toContain('Entscheidung senden');
		expect(html).toContain('Sales übergibt an Delivery.');
		expect(html).toMatch(/Di\.? 3 März 2026, 12:00/);
	});

	it.each([{ language: 'no language' }, { submt: 'Send' }, { submit: 7 }, { direction: 'up' }])(
		'refuses %j',
		(wording) => {
			expect(wordingChangesSchema.safeParse(wording).success).toBe(false);
		},
	);

	it.each`
		text                | written
		${'{a} and {b}'}    | ${'1 and {b}'}
		${'{constructor}'}  | ${'{constructor}'}
		${'{a}{a}'}         | ${'11'}
		${'no placeholder'} | ${'no placeholder'}
	`('fills $text with a = 1', ({ text, written }) => {
		expect(fill(text, { a: 1 })).toBe(written);
	});

	it('fills no placeholder that stands in a value', () => {
		expect(fill('{a}', { a: '{b}', b: 'no' })).toBe('{b}');
	});
});
