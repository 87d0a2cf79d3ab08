import { languageSchema } from '../../../nodes/domain/language/languages';
import { cardProblems } from '../../support/cardProblems';
import { everyMessage, LONG_NAME } from '../../support/everyMessage';

const LANGUAGES = languageSchema.options;
const messages = LANGUAGES.flatMap((language) =>
	Object.entries(everyMessage(language)).map(
		([kind, message]) => [language, kind, message] as const,
	),
);

/** Words of our English sentences that mean nothing in the other languages. */
const ENGLISH =
	/\b(the|are|has|have|not|with|please|nobody|due|counts|starts|working|until|more|before|after|hours|and|missing|agreed|entry|overdue|milestone)\b/i;

/** How each language writes the limit of the fix list, its fraction and the day of the month. */
const WRITTEN = {
	en: ['20,000', '12.5', 'Mon 16 Mar 2026'],
	de: ['20.000', '12,5', 'Mo 16. März 2026'],
	nl: ['20.000', '12,5', 'ma 16 mrt 2026'],
	fr: ['20\u202f000', '12,5', 'lun. 16 mars 2026'],
	es: ['20.000', '12,5', 'lunes 16 de marzo de 2026'],
	pt: ['20.000', '12,5', 'segunda-feira, 16 de março de 2026'],
};

describe('every message that people get', () => {
	it.each(messages)('in %s, %s, is a valid card of its version', (_language, _kind, message) => {
		expect(cardProblems(message.adaptiveCard)).toEqual([]);
	});

	it.each(messages)('in %s, %s, says everything, in that language', (language, _kind, message) => {
		const { subject, text, short, markdown } = message;

		for (const form of [subject, text, short, markdown]) {
			const said = form.replace(/https?:\S+/g, '').replaceAll(LONG_NAME, '');
			expect(said).not.toMatch(/[{}]|undefined|NaN/);
			expect(said).not.toMatch(/\d{4}-\d\d-\d\d/);
			expect(said).not.toMatch(/[\p{L}\p{N}]\.\.(?!\.)/u);
			if (language !== 'en') expect(said).not.toMatch(ENGLISH);
		}
	});

	it.each(messages)(
		'in %s, %s, breaks a long name in a mail, and fits channels with 2,000 characters',
		(_language, _kind, message) => {
			expect(message.html).toMatch(/^<table[^>]*><tr><td[^>]*word-break:break-word/);
			expect(message.short.length).toBeLessThanOrEqual(2000);
			expect(message.subject).not.toBe('');
		},
	);

	it.each(LANGUAGES)('writes numbers and days in %s as its readers do', (language) => {
		const text = everyMessage(language).fixList?.text ?? '';

		for (const written of WRITTEN[language]) expect(text).toContain(written);
	});
});
