import type { Showing } from '../../../nodes/domain/handoff/showing';
import { WORDINGS, type Language } from '../../../nodes/domain/language/languages';
import { showValue } from '../../../nodes/domain/shown/showValue';

const show = (
	value: unknown,
	showing: Showing | undefined,
	language: Language = 'en',
	timezone = 'Europe/Berlin',
) => showValue(value, showing, { wording: WORDINGS[language], timezone });

/** Blanks that do not break a line are blanks to a reader. */
const textOf = (...given: Parameters<typeof show>): string =>
	show(...given).text.replace(/[\u00a0\u202f]/g, ' ');

const EUR: Showing = { as: 'money', currency: 'EUR' };
const ANA = { name: 'Ana Lima', email: 'ana@example.com' };

describe('a value as people read it', () => {
	it.each<[value: unknown, showing: Showing, en: string, de: string, fr: string, nl: string]>([
		[12500, EUR, '€12,500', '12.500 €', '12 500 €', '€ 12.500'],
		['12.500,50 €', { as: 'money' }, '€12,500.50', '12.500,50 €', '12 500,50 €', '€ 12.500,50'],
		['-1500', EUR, '-€1,500', '-1.500 €', '-1 500 €', '€ -1.500'],
		[{ amount: 5, currency: 'CHF' }, { as: 'money' }, 'CHF 5', '5 CHF', '5 CHF', 'CHF 5'],
		[12500.5, { as: 'money' }, '12,500.50', '12.500,50', '12 500,50', '12.500,50'],
		['12345.678', { as: 'number' }, '12,345.678', '12.345,678', '12 345,678', '12.345,678'],
		[2026, { as: 'number' }, '2026', '2026', '2026', '2026'],
		['yes', { as: 'yesNo' }, 'Yes', 'Ja', 'Oui', 'Ja'],
		['0', { as: 'yesNo' }, 'No', 'Nein', 'Non', 'Nee'],
		['a;b;c', { as: 'list' }, 'a, b and c', 'a, b und c', 'a, b et c', 'a, b en c'],
		[
			'2026-03-02',
			{ as: 'date' },
			'Mon 2 Mar 2026',
			'Mo 2. März 2026',
			'lun. 2 mars 2026',
			'ma 2 mrt 2026',
		],
	])('%p as %p is written as each language writes it', (value, showing, en, de, fr, nl) => {
		const said = (['en', 'de', 'fr', 'nl'] as const).map((one) => textOf(value, showing, one));

		expect(said).toEqual([en, de, fr, nl]);
	});

	it.each([
		['es', 'lunes 2 de marzo de 2026', '12.500,50 €', 'a, b y c', 'Sí'],
		['pt', 'segunda-feira, 2 de março de 2026', '€ 12.500,50', 'a, b e c', 'Sim'],
	] as const)('and so in %s', (language, day, amount, list, yes) => {
		expect([
			textOf('2026-03-02', undefined, language),
			textOf(12500.5, EUR, language),
			textOf(['a', 'b', 'c'], undefined, language),
			textOf(true, undefined, language),
		]).toEqual([day, amount, list, yes]);
	});

	it.each<[value: unknown, showing: Showing | undefined, zone: string, said: string]>([
		['1796169600000', { as: 'date' }, 'Europe/Berlin', 'Wed 2 Dec 2026'],
		[1796169600000, { as: 'date' }, 'America/New_York', 'Wed 2 Dec 2026'],
		[1772496000000 - 1, { as: 'date' }, 'UTC', 'Mon 2 Mar 2026'],
		[1772496000000 - 1, { as: 'date' }, 'Asia/Kolkata', 'Tue 3 Mar 2026'],
		['2026-03-02T23:30:00Z', { as: 'date' }, 'Asia/Tokyo', 'Tue 3 Mar 2026'],
		['2026-03-02T23:30:00Z', { as: 'date', timezone: 'UTC' }, 'Asia/Tokyo', 'Mon 2 Mar 2026'],
		['02.03.2026', { as: 'date', format: 'dd.MM.yyyy' }, 'UTC', 'Mon 2 Mar 2026'],
		[46083, { as: 'date' }, 'UTC', 'Mon 2 Mar 2026'],
		['2026-02-29', { as: 'date' }, 'UTC', '2026-02-29'],
		['next week', { as: 'date' }, 'UTC', 'next week'],
		[
			'2026-03-29T00:59:00Z',
			undefined,
			'Europe/Berlin',
			'Sun 29 March 2026, 01:59 (Europe/Berlin)',
		],
		[
			'2026-03-29T01:00:00Z',
			undefined,
			'Europe/Berlin',
			'Sun 29 March 2026, 03:00 (Europe/Berlin)',
		],
		['2026-03-02T09:00:00.000+0000', undefined, 'UTC', 'Mon 2 March 2026, 09:00 (UTC)'],
		['1772442000000', { as: 'time' }, 'UTC', 'Mon 2 March 2026, 09:00 (UTC)'],
		['2026-03-02 14:00', { as: 'time' }, 'Europe/Berlin', 'Mon 2 March 2026, 14:00'],
		['2026-03-02', { as: 'time' }, 'Europe/Berlin', 'Mon 2 Mar 2026'],
		['2026-03-02T09:00:00Z', undefined, 'Mars/Olympus', 'Mon 2 March 2026, 09:00 (UTC)'],
	])('%p as %p is read in %s as %s', (value, showing, zone, said) => {
		expect(textOf(value, showing, 'en', zone)).toBe(said);
	});

	it.each<[value: unknown, showing: Showing | undefined, said: string]>([
		[ANA, undefined, 'Ana Lima (ana@example.com)'],
		[{ FirstName: 'Bo', LastName: 'Ek', Email: 'bo@x.example' }, undefined, 'Bo Ek (bo@x.example)'],
		[[ANA, { email: 'bo@x.example' }], undefined, 'Ana Lima (ana@example.com) and bo@x.example'],
		[
			{ type: 'person', name: 'Ana', person: { email: 'a@x.example' } },
			undefined,
			'Ana (a@x.example)',
		],
		['Ana Lima', { as: 'person' }, 'Ana Lima'],
		[{ id: 7, Name: 'Acme' }, undefined, 'Acme'],
		[{ type: 'checkbox', checkbox: true }, undefined, 'Yes'],
		[{ value: 'x' }, undefined, 'x'],
		[['a, b', 'c, d', 'e'], undefined, 'a, b; c, d and e'],
		[['only one'], undefined, 'only one'],
		[
			[1772409600000, '2026-03-03'],
			{ as: 'list', each: 'date' },
			'Mon 2 Mar 2026 and Tue 3 Mar 2026',
		],
		[[5, 6], EUR, '€5 and €6'],
		[[{ plain_text: 'Two ' }, { plain_text: 'sites' }], undefined, 'Two sites'],
		['<p>Two&nbsp;sites<br>one shop</p>', undefined, 'Two sites\none shop'],
		['<p><br></p>', undefined, ''],
		['a < b', undefined, 'a < b'],
		['a | b', { as: 'list', separator: '|' }, 'a and b'],
		[
			Array.from({ length: 52 }, (_, at) => at),
			undefined,
			expect.stringMatching(/, 49, 2 more are in the record\.$/),
		],
	])('%j is told as what it is', (value, showing, said) => {
		expect(textOf(value, showing)).toEqual(said);
	});

	it.each<[value: unknown, showing: Showing | undefined, label: string, text: string]>([
		[
			'https://www.example.com/offers/17',
			undefined,
			'example.com/offers/17',
			'https://www.example.com/offers/17',
		],
		['drive.example.com/x', { as: 'link' }, 'drive.example.com/x', 'https://drive.example.com/x'],
		[
			{ url: 'https://a.example/1', filename: 'offer.pdf' },
			undefined,
			'offer.pdf',
			'offer.pdf (https://a.example/1)',
		],
		[
			`https://a.example/${'x'.repeat(90)}`,
			undefined,
			'a.example/…',
			`https://a.example/${'x'.repeat(90)}`,
		],
	])('%j is a link with a short text', (value, showing, label, text) => {
		expect(show(value, showing)).toMatchObject({ text, link: { label } });
	});

	it.each<[value: unknown, showing: Showing | undefined]>([
		['1.500', { as: 'money' }],
		['$12,500', { as: 'money' }],
		['12 GBP', { as: 'number' }],
		['12345678901234567890', { as: 'number' }],
		['perhaps', { as: 'yesNo' }],
		['javascript:alert(1)', { as: 'link' }],
		['nowhere', { as: 'link' }],
		['00123', undefined],
	])('%j as %p cannot be told, and is shown as it is', (value, showing) => {
		expect(show(value, showing)).toEqual({ text: value });
	});

	it.each([
		['$ 500', 'CAD', 'CA$500'],
		['$ 500', undefined, '$ 500'],
		['500 USD', 'EUR', '500 USD'],
		['500', 'eur', '€500'],
		['500', 'kr', '500'],
	])('%s in a record whose currency is %s is %s', (value, currency, said) => {
		expect(textOf(value, { as: 'money', currency })).toBe(said);
	});

	it.each([undefined, null, '', [], [null], [[], '']])('%j is nothing to show', (value) => {
		expect(show(value, undefined)).toEqual({ text: '' });
	});

	it('shows whatever a record out of code holds, and does not fail', () => {
		const thrower = new Proxy({}, { get: fail, ownKeys: fail, getOwnPropertyDescriptor: fail });
		const round: { value?: unknown } = {};
		round.value = round;

		for (const value of [
			thrower,
			round,
			Symbol('s'),
			10n,
			() => 1,
			Number.NaN,
			new Date(Number.NaN),
		]) {
			for (const as of ['money', 'date', 'list', 'person', 'link', 'time', 'text'] as const) {
				expect(typeof show(value, { as }).text).toBe('string');
			}
		}
	});

	it('takes no time for hostile texts', () => {
		const texts = [
			'<'.repeat(4000),
			'a;'.repeat(2000),
			'1,'.repeat(2000),
			`https://${'a.'.repeat(1900)}`,
		];
		const start = performance.now();
		for (const text of texts) {
			for (const as of ['money', 'date', 'list', 'link', 'time', 'text'] as const)
				show(text, { as });
		}

		expect(performance.now() - start).toBeLessThan(1000);
	});
});

function fail(): never {
	throw new Error('no');
}
