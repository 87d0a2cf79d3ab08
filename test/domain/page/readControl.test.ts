import fc from 'fast-check';
import type { Control, PlainValue } from '../../../nodes/domain/handoff/control';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { formatError } from '../../../nodes/domain/page/fieldError';
import { textsOfValue } from '../../../nodes/domain/page/controlTexts';
import { readFormBody } from '../../../nodes/domain/page/formBody';
import { formName } from '../../../nodes/domain/page/formNames';
import { currencyName, readControl, textsTyped } from '../../../nodes/domain/page/readControl';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';
import { amount, CONTROLS, date, fieldWith, PLANS } from '../../support/controls';

const NAME = formName('value', 'properties.value');
const WORDING = WORDINGS.en;

interface Sent {
	text: string | string[];
	currency?: string;
	value?: PlainValue;
	beside?: PlainValue;
	language?: keyof typeof WORDINGS;
}

/** What a form with this text makes of a field. */
function read(control: Control, { text, currency, value = null, beside, language }: Sent) {
	const wording = WORDINGS[language ?? 'en'];
	const body = { [NAME]: text, ...(currency !== undefined && { [currencyName(NAME)]: currency }) };
	const typed = textsTyped(readFormBody(body), NAME, control);
	if (typed === undefined) throw new Error('the form has no such field');
	return readControl(typed, fieldWith(control, value, beside), { name: NAME, wording });
}

/** The one value, or what is wrong in words. */
function valueOf(control: Control, sent: Sent): unknown {
	const reading = read(control, sent);
	if (reading.kind === 'wrong') {
		return formatError(WORDINGS[sent.language ?? 'en'], reading.error);
	}
	return reading.kind === 'values' ? reading.values[0]?.value : reading.kind;
}

const NUMBER: Control = { kind: 'number', storedAs: 'number' };
const AS_TEXT: Control = { kind: 'number', storedAs: 'text' };

describe('a number that is typed', () => {
	it.each`
		text                  | value
		${'1234'}             | ${1234}
		${'1,234.50'}         | ${1234.5}
		${'1.234,50'}         | ${1234.5}
		${'1 234,50'}         | ${1234.5}
		${"1'234.50"}         | ${1234.5}
		${'−12'}              | ${-12}
		${'0.5'}              | ${0.5}
		${'0,5'}              | ${0.5}
		${'1.234'}            | ${'Value can be read in two ways: write 1234 or 1.2340.'}
		${'50,000'}           | ${'Value can be read in two ways: write 50000 or 50.'}
		${'about 5'}          | ${'Value is not a number.'}
		${'5 €'}              | ${'Value is not a number.'}
		${'30 %'}             | ${'Value is not a number.'}
		${'5 to 7'}           | ${'Value is not a number.'}
		${'1234567890123456'} | ${'Value is longer than 15 characters.'}
		${' '}                | ${'unchanged'}
		${'9'.repeat(4001)}   | ${'Use at most 4000 characters.'}
	`('$text is $value', ({ text, value }) => {
		expect(valueOf(NUMBER, { text })).toBe(value);
	});

	it.each`
		control                                 | text                   | value
		${AS_TEXT}                              | ${'1.234,50'}          | ${'1234.5'}
		${AS_TEXT}                              | ${'12345678901234567'} | ${'12345678901234567'}
		${AS_TEXT}                              | ${'1,2340'}            | ${'1.2340'}
		${{ ...AS_TEXT, decimal: ',' }}         | ${'1234.5'}            | ${'1234,5'}
		${{ ...AS_TEXT, decimal: ',' }}         | ${'1.234'}             | ${'1234'}
		${{ ...NUMBER, decimal: '.' }}          | ${'1.234'}             | ${1.234}
		${{ ...NUMBER, alsoAccepted: ['N/A'] }} | ${'n/a'}               | ${'N/A'}
	`('goes back as the record keeps it: $text as $value', ({ control, text, value }) => {
		expect(valueOf(control, { text })).toBe(value);
	});
});

describe('a day that is typed', () => {
	it.each`
		language | text                   | value
		${'en'}  | ${'2026-12-31'}        | ${'2026-12-31'}
		${'en'}  | ${'2026-12-31T10:00Z'} | ${'2026-12-31'}
		${'en'}  | ${'31.12.2026'}        | ${'2026-12-31'}
		${'en'}  | ${'12/31/2026'}        | ${'2026-12-31'}
		${'en'}  | ${'31/12/2026'}        | ${'2026-12-31'}
		${'en'}  | ${'2026/3/9'}          | ${'2026-03-09'}
		${'en'}  | ${'05/05/2026'}        | ${'2026-05-05'}
		${'en'}  | ${'03/09/2026'}        | ${'Value can be read in two ways: write 2026-09-03 or 2026-03-09.'}
		${'fr'}  | ${'03/09/2026'}        | ${'2026-09-03'}
		${'nl'}  | ${'3-9-2026'}          | ${'2026-09-03'}
		${'de'}  | ${'3. 9. 2026'}        | ${'2026-09-03'}
		${'pt'}  | ${'12/31/2026'}        | ${'2026-12-31'}
		${'en'}  | ${'2026-02-30'}        | ${'Value is not a date.'}
		${'en'}  | ${'next Monday'}       | ${'Value is not a date.'}
		${'de'}  | ${'31.12.26'}          | ${'Value: ist kein Datum.'}
		${'en'}  | ${''}                  | ${'unchanged'}
	`('in $language $text is $value', ({ language, text, value }) => {
		expect(valueOf(date('day'), { text, language })).toBe(value);
	});

	it.each`
		storedAs              | format          | value
		${'day'}              | ${undefined}    | ${'2026-12-31'}
		${'format'}           | ${'dd.MM.yyyy'} | ${'31.12.2026'}
		${'format'}           | ${'M/d/yyyy'}   | ${'12/31/2026'}
		${'time'}             | ${undefined}    | ${'2026-12-31T00:00:00.000Z'}
		${'milliseconds'}     | ${undefined}    | ${Date.UTC(2026, 11, 31)}
		${'millisecondsText'} | ${undefined}    | ${String(Date.UTC(2026, 11, 31))}
	`('goes back as the record keeps it: $storedAs as $value', ({ storedAs, format, value }) => {
		expect(valueOf({ ...date(storedAs), format }, { text: '2026-12-31' })).toBe(value);
	});
});

describe('an amount that is typed', () => {
	const beside = amount('number', { currencies: ['EUR', 'USD'], currencyField: 'currency' });
	const values = (reading: ReturnType<typeof read>) =>
		reading.kind === 'values'
			? Object.fromEntries(reading.values.map(({ field, value }) => [field, value]))
			: reading.kind === 'wrong'
				? formatError(WORDING, reading.error)
				: reading.kind;

	it.each`
		text            | currency | held                              | expected
		${'5000'}       | ${'EUR'} | ${{}}                             | ${{ 'properties.value': 5000, currency: 'EUR' }}
		${'$ 5,000.00'} | ${''}    | ${{}}                             | ${{ 'properties.value': 5000, currency: 'USD' }}
		${'5000'}       | ${''}    | ${{}}                             | ${'Value has no currency.'}
		${'5000 €'}     | ${'USD'} | ${{}}                             | ${'Value is in EUR, but Currency says USD.'}
		${'5000'}       | ${'EUR'} | ${{ value: 5000, beside: null }}  | ${{ currency: 'EUR' }}
		${'7000'}       | ${'EUR'} | ${{ value: 5000, beside: 'EUR' }} | ${{ 'properties.value': 7000 }}
		${'7000'}       | ${'€'}   | ${{ value: 5000, beside: '€' }}   | ${{ 'properties.value': 7000 }}
		${'5000'}       | ${'EUR'} | ${{ value: 5000, beside: 'EUR' }} | ${'unchanged'}
		${''}           | ${'EUR'} | ${{}}                             | ${'unchanged'}
		${'fifty'}      | ${'EUR'} | ${{}}                             | ${'Value is not an amount of money.'}
	`(
		'$text with “$currency” beside a record of $held is $expected',
		({ text, currency, held, expected }) => {
			expect(values(read(beside, { text, currency, ...held }))).toEqual(expected);
		},
	);

	it.each`
		control                                            | text          | currency | value
		${amount('number')}                                | ${'5.000,00'} | ${''}    | ${5000}
		${amount('text')}                                  | ${'5.000,00'} | ${''}    | ${'5000'}
		${amount('number')}                                | ${'5000 €'}   | ${''}    | ${'Value stands without its currency: leave the currency out.'}
		${amount('withCurrency')}                          | ${'5000 €'}   | ${''}    | ${'5000 EUR'}
		${amount('withCurrency', { currencies: ['GBP'] })} | ${'5,000.50'} | ${'GBP'} | ${'5000.5 GBP'}
		${amount('withCurrency')}                          | ${'5000 $'}   | ${''}    | ${'Value has no currency.'}
		${amount('withCurrency')}                          | ${'5000'}     | ${'?'}   | ${'Value has no currency.'}
	`('$text in $control.storedAs is $value', ({ control, text, currency, value }) => {
		expect(valueOf(control, { text, currency })).toBe(value);
	});
});

describe('what is chosen', () => {
	const choices = (storedAs: 'list' | 'text' | 'json'): Control => ({
		kind: 'choices',
		storedAs,
		options: PLANS,
	});

	it.each`
		control                                           | text                           | value
		${{ kind: 'choice', options: PLANS }}             | ${'Premium'}                   | ${'Premium'}
		${{ kind: 'choice', options: [1, 2] }}            | ${'2'}                         | ${2}
		${{ kind: 'choice', options: [true, false] }}     | ${'true'}                      | ${true}
		${{ kind: 'choice', options: PLANS }}             | ${'Platinum'}                  | ${'This page is out of date. Open the link again.'}
		${{ kind: 'yesNo', yes: 'Ja', no: 'Nein' }}       | ${'Ja'}                        | ${'Ja'}
		${{ kind: 'yesNo', yes: 1, no: 0 }}               | ${'0'}                         | ${0}
		${{ kind: 'yesNo', yes: true, no: false }}        | ${'maybe'}                     | ${'This page is out of date. Open the link again.'}
		${choices('list')}                                | ${['', 'Premium', 'Basic']}    | ${['Basic', 'Premium']}
		${choices('text')}                                | ${['', 'Premium', 'Basic']}    | ${'Basic;Premium'}
		${choices('json')}                                | ${['', 'Premium']}             | ${'["Premium"]'}
		${choices('list')}                                | ${['', 'Premium', 'Platinum']} | ${'This page is out of date. Open the link again.'}
		${choices('list')}                                | ${['']}                        | ${'unchanged'}
		${{ ...choices('list'), alsoAccepted: ['None'] }} | ${['', 'None']}                | ${'None'}
	`('$text is $value', ({ control, text, value }) => {
		expect(valueOf(control, { text })).toEqual(value);
	});
});

describe('a list that is typed', () => {
	it.each`
		storedAs  | separator    | before      | text                  | value
		${'list'} | ${undefined} | ${null}     | ${'a\r\n b \r\n\r\n'} | ${['a', 'b']}
		${'list'} | ${undefined} | ${[7, 8]}   | ${'7\n9'}             | ${[7, 9]}
		${'list'} | ${undefined} | ${['a', 7]} | ${'7\n9'}             | ${[7, '9']}
		${'text'} | ${';'}       | ${'a;b'}    | ${'a\nb\nc'}          | ${'a;b;c'}
		${'text'} | ${';'}       | ${'a;b'}    | ${'a; c'}             | ${'a;c'}
		${'text'} | ${','}       | ${'a, b'}   | ${'a\nb\nc'}          | ${'a,b,c'}
		${'json'} | ${undefined} | ${'["a"]'}  | ${'a\nb'}             | ${'["a","b"]'}
		${'text'} | ${';'}       | ${'a; b'}   | ${'a\r\nb\r\n'}       | ${'unchanged'}
		${'list'} | ${undefined} | ${['a']}    | ${' '}                | ${'empty'}
	`('$text as $storedAs is $value', ({ storedAs, separator, before, text, value }) => {
		expect(valueOf({ kind: 'list', storedAs, separator }, { text, value: before })).toEqual(value);
	});
});

describe.each(CONTROLS)('%s', (_what, control, value) => {
	it.each(['nl', 'en', 'fr', 'de', 'pt', 'es'] as const)(
		'is the same value when it comes back as it was shown in %s',
		(language) => {
			const wording = WORDINGS[language];
			const known = fieldWith(control, value);
			const { texts, currency } = textsOfValue(known, wording);
			const body = { [NAME]: texts, [currencyName(NAME)]: currency };
			const typed = textsTyped(readFormBody(body), NAME, control);

			expect(texts.length).toBeGreaterThan(0);
			expect(typed && readControl(typed, known, { name: NAME, wording })).toEqual({
				kind: 'unchanged',
			});
		},
	);

	it('reads whatever is typed, at once and without a throw', () => {
		const typed = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 200 }),
			fc.string({ unit: fc.constantFrom(...'0123456789.,- €$/\n;[]"\''), maxLength: 60 }),
			fc
				.constantFrom('9', '.', ',', ' ', '-', '[', '{"', ';', '\n', '€')
				.map((sign) => sign.repeat(50_000)),
		);
		fc.assert(
			fc.property(
				typed,
				typed,
				fc.boolean(),
				inTime((text, currency, isEmpty) => {
					const reading = read(control, { text, currency, value: isEmpty ? null : value });

					expect(['unchanged', 'empty', 'values', 'wrong']).toContain(reading.kind);
				}),
			),
			draws(60),
		);
	});
});
