import { NOWHERE } from '../../../nodes/domain/policy/checks/check';
import { compileCheck, checkSchema } from '../../../nodes/domain/policy/checks/checks';
import { compileMissing } from '../../../nodes/domain/policy/missing';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { calendarSchema } from '../../../nodes/domain/time/calendar';
import { inEnglish } from '../../../nodes/domain/language/sentence';

/** Mon 2026-03-02 10:00 in UTC; 23:00 of that Monday in Auckland. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

/** The receiving team works from Monday to Thursday; the Wednesday of that week is a holiday. */
const CALENDARS = {
	receiver: calendarSchema.parse({
		timezone: 'Europe/Berlin',
		weekly: Object.fromEntries(
			['mon', 'tue', 'wed', 'thu'].map((day) => [day, [['09:00', '17:00']]]),
		),
		holidays: ['2026-03-04'],
	}),
};

function judge(settings: unknown, value: unknown, record: unknown = {}): string | undefined {
	const check = compileCheck(checkSchema.parse(settings), { ...NOWHERE, calendars: CALENDARS });
	const isMissing = compileMissing(['tbd']);
	const shortfall = check.judge(value, { record, now: MONDAY, isMissing });
	return shortfall && inEnglish(shortfall);
}

const OK = undefined;
const GOLD = { kind: 'oneOf', values: ['Gold'] };
const FAR = 'is not a date from 1900 to 2199';
/** Milliseconds since 1970, three digits too many. */
const FAR_INSTANT = 1_772_445_600_000_000;

describe('the check text', () => {
	it.each`
		settings                                  | value                      | shortfall
		${{}}                                     | ${'hello'}                 | ${OK}
		${{}}                                     | ${42}                      | ${OK}
		${{}}                                     | ${['a']}                   | ${'is not text'}
		${{}}                                     | ${{}}                      | ${'is not text'}
		${{ minLength: 3 }}                       | ${' ab '}                  | ${'is shorter than 3 characters'}
		${{ maxLength: 3 }}                       | ${'abcd'}                  | ${'is longer than 3 characters'}
		${{ pattern: 'PO-\\d+' }}                 | ${'PO-12'}                 | ${OK}
		${{ pattern: 'PO-\\d+' }}                 | ${'xPO-12'}                | ${'is not of the form PO-\\d+'}
		${{ pattern: 'po', ignoreCase: true }}    | ${'PO'}                    | ${OK}
		${{ pattern: 'x', patternLabel: 'an x' }} | ${'y'}                     | ${'is not an x'}
		${{ contains: 'signed by' }}              | ${'<b>Signed</b>  by Kim'} | ${OK}
		${{ contains: 'signed by' }}              | ${'unsigned'}              | ${'does not contain “signed by”'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge({ kind: 'text', ...settings }, value)).toBe(shortfall);
	});
});

describe('the check number', () => {
	it.each`
		settings             | value          | shortfall
		${{}}                | ${5}           | ${OK}
		${{}}                | ${' 5000.50 '} | ${OK}
		${{}}                | ${'-3'}        | ${OK}
		${{}}                | ${'5,000'}     | ${'can be read in two ways: 5,000'}
		${{}}                | ${'0x10'}      | ${'is not a number'}
		${{}}                | ${'1e5'}       | ${'is not a number'}
		${{}}                | ${Infinity}    | ${'is not a number'}
		${{}}                | ${true}        | ${'is not a number'}
		${{}}                | ${[5]}         | ${'is not a number'}
		${{ min: 1 }}        | ${1}           | ${OK}
		${{ min: 1 }}        | ${0.99}        | ${'is below 1'}
		${{ max: 10 }}       | ${'10.01'}     | ${'is above 10'}
		${{ integer: true }} | ${'2.5'}       | ${'is not a whole number'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge({ kind: 'number', ...settings }, value)).toBe(shortfall);
	});
});

describe('the check date, on Mon 2026-03-02', () => {
	const HUBSPOT_MON_9TH = Date.parse('2026-03-09T00:00:00Z');
	it.each`
		settings                                             | value                          | shortfall
		${{}}                                                | ${'2026-03-09'}                | ${OK}
		${{}}                                                | ${'2026-02-30'}                | ${'is not a date'}
		${{}}                                                | ${'next week'}                 | ${'is not a date'}
		${{}}                                                | ${['2026-03-09']}              | ${'is not a date'}
		${{}}                                                | ${20260309}                    | ${'is not a date'}
		${{ after: '2026-03-09' }}                           | ${HUBSPOT_MON_9TH}             | ${OK}
		${{ after: '2026-03-09' }}                           | ${String(HUBSPOT_MON_9TH)}     | ${OK}
		${{ after: '2026-03-10' }}                           | ${String(HUBSPOT_MON_9TH)}     | ${'is before 2026-03-10'}
		${{ after: '2026-03-09', timezone: 'America/Lima' }} | ${HUBSPOT_MON_9TH}             | ${OK}
		${{ before: '2026-03-02', timezone: 'Asia/Tokyo' }}  | ${'2026-03-02T20:00:00Z'}      | ${'is after 2026-03-02'}
		${{ before: '2026-03-02' }}                          | ${'2026-03-02T20:00:00Z'}      | ${OK}
		${{ before: '2026-03-02' }}                          | ${'2026-03-02T23:30:00'}       | ${OK}
		${{ before: '2026-03-02' }}                          | ${'2026-03-02T23:30:00-05:00'} | ${'is after 2026-03-02'}
		${{ after: { days: 3 } }}                            | ${'2026-03-05'}                | ${OK}
		${{ after: { days: 3 } }}                            | ${'2026-03-04'}                | ${'is before 2026-03-05'}
		${{ before: { days: 0 } }}                           | ${'2026-03-02'}                | ${OK}
		${{ before: { days: -1 } }}                          | ${'2026-03-02'}                | ${'is after 2026-03-01'}
		${{ after: { days: 0 }, timezone: 'Pacific/Apia' }}  | ${'2026-03-01'}                | ${'is before 2026-03-02'}
		${{ after: { field: 'signed', days: 7 } }}           | ${'2026-03-08'}                | ${OK}
		${{ after: { field: 'signed', days: 8 } }}           | ${'2026-03-08'}                | ${'is before 2026-03-09'}
		${{ after: { field: 'unsigned' } }}                  | ${'2026-03-08'}                | ${'cannot be compared, because unsigned is not a date'}
		${{ format: 'dd.MM.yyyy', after: '2026-03-09' }}     | ${'09.03.2026'}                | ${OK}
		${{ format: 'dd.MM.yyyy' }}                          | ${'31.02.2026'}                | ${'is not a date written as dd.MM.yyyy, such as 31.12.2026'}
		${{}}                                                | ${'1900-01-01'}                | ${OK}
		${{}}                                                | ${'2199-12-31'}                | ${OK}
		${{}}                                                | ${'1899-12-31'}                | ${FAR}
		${{}}                                                | ${'9999-12-31'}                | ${FAR}
		${{}}                                                | ${'9999-12-31T00:00:00Z'}      | ${FAR}
		${{}}                                                | ${123_456_789_012_345}         | ${FAR}
		${{}}                                                | ${'1234567890123456'}          | ${FAR}
		${{ format: 'd.M.y' }}                               | ${'1.1.3000'}                  | ${FAR}
		${{ after: { field: 'never' } }}                     | ${'2026-03-08'}                | ${'cannot be compared, because never is not a date from 1900 to 2199'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(
			judge({ kind: 'date', ...settings }, value, { signed: '2026-03-01', never: FAR_INSTANT }),
		).toBe(shortfall);
	});
});

describe('the check date in working days of Mon to Thu, on Mon 2026-03-02, with Wed 4th a holiday', () => {
	it.each`
		settings                                            | value           | shortfall
		${{ after: { workingDays: 2 } }}                    | ${'2026-03-05'} | ${OK}
		${{ after: { workingDays: 2 } }}                    | ${'2026-03-04'} | ${'is before 2026-03-05'}
		${{ after: { workingDays: 3 } }}                    | ${'2026-03-08'} | ${'is before 2026-03-09'}
		${{ before: { workingDays: -1 } }}                  | ${'2026-02-26'} | ${OK}
		${{ before: { workingDays: -1 } }}                  | ${'2026-02-27'} | ${'is after 2026-02-26'}
		${{ after: { workingDays: 0 } }}                    | ${'2026-03-02'} | ${OK}
		${{ after: { field: 'signed', workingDays: 1 } }}   | ${'2026-03-02'} | ${OK}
		${{ after: { field: 'signed', workingDays: 2 } }}   | ${'2026-03-02'} | ${'is before 2026-03-03'}
		${{ after: { field: 'unsigned', workingDays: 2 } }} | ${'2026-03-02'} | ${'cannot be compared, because unsigned is not a date'}
		${{ after: { field: 'never', workingDays: 2 } }}    | ${'2026-03-02'} | ${'cannot be compared, because never is not a date from 1900 to 2199'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(
			judge({ kind: 'date', ...settings }, value, { signed: '2026-03-01', never: FAR_INSTANT }),
		).toBe(shortfall);
	});

	it('says in words how the days are counted', () => {
		const check = checkSchema.parse({ kind: 'date', after: { workingDays: 5 } });

		expect(inEnglish(compileCheck(check, { ...NOWHERE, calendars: CALENDARS }).expected)).toBe(
			'a date not before 5 working days after today',
		);
	});

	it.each(['receiver', 'constructor'])('refuses a calendar %s that is not there', (calendar) => {
		const check = checkSchema.parse({ kind: 'date', after: { workingDays: 5, calendar } });

		expect(() => compileCheck(check)).toThrow(HandoffProblem);
	});
});

describe('the check email', () => {
	it.each([
		'sam@sales.example',
		' Sam.O@mail.sales.example ',
		"o'neil+x@a-b.example",
		'ü@bücher.example',
	])('takes %p', (value) => {
		expect(judge({ kind: 'email' }, value)).toBeUndefined();
	});
	it.each([
		'sam',
		'@sales.example',
		'sam@',
		'sam@sales',
		'sam@-sales.example',
		'sam@sales..example',
		'a b@sales.example',
		'Sam <sam@sales.example>',
		'sam@sales.example, kim@sales.example',
		`${'x'.repeat(65)}@sales.example`,
		['sam@sales.example'],
	])('refuses %p', (value) => {
		expect(judge({ kind: 'email' }, value)).toBe('is not an e-mail address');
	});
});

describe('the check oneOf', () => {
	it.each`
		settings                                 | value        | shortfall
		${{ values: ['Gold', 'Silver'] }}        | ${' gold '}  | ${OK}
		${{ values: ['Gold'], matchCase: true }} | ${'gold'}    | ${'is not one of the agreed values'}
		${{ values: [1, 2] }}                    | ${'2'}       | ${OK}
		${{ values: [true] }}                    | ${'true'}    | ${OK}
		${{ values: ['a'] }}                     | ${['a']}     | ${'is not one of the agreed values'}
		${{ values: ['constructor'] }}           | ${'valueOf'} | ${'is not one of the agreed values'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge({ kind: 'oneOf', ...settings }, value)).toBe(shortfall);
	});
});

describe('the check money', () => {
	it.each`
		settings                                         | value              | shortfall
		${{}}                                            | ${12500}           | ${OK}
		${{ min: 12500, max: 12500 }}                    | ${'12,500.00'}     | ${OK}
		${{ min: 12500, max: 12500 }}                    | ${'12.500,00 EUR'} | ${OK}
		${{ min: 12500, max: 12500 }}                    | ${"CHF 12'500.00"} | ${OK}
		${{ min: 1234567, max: 1234567 }}                | ${'1.234.567'}     | ${OK}
		${{ min: 0.5, max: 0.5 }}                        | ${'0,500'}         | ${OK}
		${{}}                                            | ${'1.500'}         | ${'can be read in two ways: 1.500'}
		${{ decimal: ',', min: 1500, max: 1500 }}        | ${'1.500'}         | ${OK}
		${{ decimal: '.', min: 1.5, max: 1.5 }}          | ${'1.500'}         | ${OK}
		${{}}                                            | ${'12,50,00'}      | ${'is not an amount of money'}
		${{}}                                            | ${'about 5k'}      | ${'is not an amount of money'}
		${{ currencies: ['EUR'] }}                       | ${'€ 5'}           | ${OK}
		${{ currencies: ['EUR'] }}                       | ${'$5'}            | ${'is not in EUR'}
		${{ currencies: ['EUR'] }}                       | ${5}               | ${'has no currency'}
		${{ currencies: ['EUR'], currencyField: 'cur' }} | ${5}               | ${OK}
		${{ currencies: ['USD'], currencyField: 'cur' }} | ${'5 USD'}         | ${'is in USD, but cur says EUR'}
	`('with $settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge({ kind: 'money', ...settings }, value, { cur: 'eur' })).toBe(shortfall);
	});
});

describe('the checks url, phone, boolean', () => {
	it.each`
		settings                                    | value                              | shortfall
		${{ kind: 'url' }}                          | ${'https://docs.acme.example/a?b'} | ${OK}
		${{ kind: 'url' }}                          | ${'docs.acme.example'}             | ${OK}
		${{ kind: 'url' }}                          | ${'ftp://acme.example'}            | ${'is not a web address'}
		${{ kind: 'url' }}                          | ${'javascript:alert(1)'}           | ${'is not a web address'}
		${{ kind: 'url' }}                          | ${'http://localhost'}              | ${'is not a web address'}
		${{ kind: 'url', hosts: ['acme.example'] }} | ${'https://docs.acme.example'}     | ${OK}
		${{ kind: 'url', hosts: ['acme.example'] }} | ${'https://notacme.example'}       | ${'is not at acme.example'}
		${{ kind: 'phone' }}                        | ${'(030) 555-01 23'}               | ${OK}
		${{ kind: 'phone' }}                        | ${'12345'}                         | ${'is not a phone number'}
		${{ kind: 'phone' }}                        | ${'call me'}                       | ${'is not a phone number'}
		${{ kind: 'phone', international: true }}   | ${'+49 30 5550123'}                | ${OK}
		${{ kind: 'phone', international: true }}   | ${'030 5550123'}                   | ${'does not start with + and the country'}
		${{ kind: 'boolean' }}                      | ${'Yes'}                           | ${OK}
		${{ kind: 'boolean' }}                      | ${'maybe'}                         | ${'is neither yes nor no'}
		${{ kind: 'boolean', is: true }}            | ${true}                            | ${OK}
		${{ kind: 'boolean', is: true }}            | ${'false'}                         | ${'is no'}
	`('$settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge(settings, value)).toBe(shortfall);
	});
});

describe('the checks sum and share', () => {
	const TO_AMOUNT = { kind: 'sum', of: 'price', total: { field: 'amount' } };
	const DEPOSIT = { kind: 'share', of: 'amount', min: 30, max: 50 };
	const prices = (...list: unknown[]) => list.map((price) => ({ price }));

	it.each`
		settings                                        | value                                               | amount        | shortfall
		${{ kind: 'sum', total: 0.3 }}                  | ${[0.1, 0.2]}                                       | ${''}         | ${OK}
		${{ kind: 'sum', total: 100 }}                  | ${'30 %; 70 %'}                                     | ${''}         | ${OK}
		${{ kind: 'sum', total: 100 }}                  | ${['30 %', 69.99]}                                  | ${''}         | ${'adds up to 99.99, not to 100'}
		${{ kind: 'sum', total: 100, tolerance: 0.01 }} | ${['30 %', 69.99]}                                  | ${''}         | ${OK}
		${{ kind: 'sum', total: 0 }}                    | ${[5, '(5.00)']}                                    | ${''}         | ${OK}
		${TO_AMOUNT}                                    | ${prices('1.200,50 €', 299.5, '')}                  | ${'1500 EUR'} | ${OK}
		${TO_AMOUNT}                                    | ${[{ price: 5 }, { name: 'Set-up', price: 'tbd' }]} | ${5}          | ${'has a wrong entry: number 2 is missing'}
		${TO_AMOUNT}                                    | ${prices('1.200,50 €', 299.5)}                      | ${'1500 EUR'} | ${OK}
		${TO_AMOUNT}                                    | ${prices('1.200,50 €', '1 USD')}                    | ${1201.5}     | ${'has amounts in different currencies'}
		${TO_AMOUNT}                                    | ${prices('1.200')}                                  | ${1200}       | ${'has a wrong entry: number 1 can be read in two ways: 1.200'}
		${TO_AMOUNT}                                    | ${prices(5)}                                        | ${'tbd'}      | ${'cannot be compared, because amount is missing'}
		${TO_AMOUNT}                                    | ${prices(5)}                                        | ${'much'}     | ${'cannot be compared, because amount is no number above 0'}
		${TO_AMOUNT}                                    | ${5}                                                | ${5}          | ${'is not a list'}
		${DEPOSIT}                                      | ${0.3}                                              | ${1}          | ${OK}
		${DEPOSIT}                                      | ${'3,599.99'}                                       | ${12000}      | ${'is 29.99 % of amount, below 30 %'}
		${DEPOSIT}                                      | ${6000.01}                                          | ${12000}      | ${'is 50.01 % of amount, above 50 %'}
		${DEPOSIT}                                      | ${'30 %'}                                           | ${''}         | ${OK}
		${DEPOSIT}                                      | ${'60%'}                                            | ${12000}      | ${'is 60 % of amount, above 50 %'}
		${DEPOSIT}                                      | ${5}                                                | ${0}          | ${'cannot be compared, because amount is no number above 0'}
		${DEPOSIT}                                      | ${'5 EUR'}                                          | ${'9 USD'}    | ${'has amounts in different currencies'}
		${DEPOSIT}                                      | ${'some'}                                           | ${9}          | ${'is not an amount of money'}
	`(
		'with $settings say of $value of $amount: $shortfall',
		({ settings, value, amount, shortfall }) => {
			expect(judge(settings, value, { amount })).toBe(shortfall);
		},
	);
});

describe('the checks list, matchesField, fresh', () => {
	const RECORD = { owner: 'Sam', reviewed: '2026-02-20', empty: 'tbd' };
	it.each`
		settings                                                                       | value                       | shortfall
		${{ kind: 'list', min: 2 }}                                                    | ${['a', 'b']}               | ${OK}
		${{ kind: 'list', min: 2 }}                                                    | ${['a', ' ', 'TBD']}        | ${'has 1 of at least 2 entries'}
		${{ kind: 'list', max: 1 }}                                                    | ${['a', 'b']}               | ${'has 2 of at most 1 entry'}
		${{ kind: 'list' }}                                                            | ${5}                        | ${'is not a list'}
		${{ kind: 'list', separator: ';', min: 2 }}                                    | ${'a;b'}                    | ${OK}
		${{ kind: 'list', each: { check: { kind: 'email' } } }}                        | ${['a@b.example', 'x']}     | ${'has a wrong entry: number 2 is not an e-mail address'}
		${{ kind: 'list', each: { field: 'qty', check: { kind: 'number', min: 1 } } }} | ${[{ qty: 1 }, { qty: 0 }]} | ${'has a wrong entry: number 2 is below 1'}
		${{ kind: 'list', each: { field: 'qty', check: { kind: 'number' } } }}         | ${[{}]}                     | ${'has a wrong entry: number 1 is missing'}
		${{ kind: 'list', any: { check: GOLD } }}                                      | ${['Silver', 'gold']}       | ${OK}
		${{ kind: 'list', any: { check: GOLD } }}                                      | ${'Silver;Gold'}            | ${OK}
		${{ kind: 'list', any: { check: GOLD } }}                                      | ${['Silver', 'Gold plus']}  | ${'has no such entry: one of: Gold'}
		${{ kind: 'list', any: { field: 'plan', check: GOLD } }}                       | ${[{ plan: 'Gold' }, {}]}   | ${OK}
		${{ kind: 'list', any: { field: 'plan', check: GOLD } }}                       | ${[{ plan: 'None' }, {}]}   | ${'has no such entry: plan one of: Gold'}
		${{ kind: 'list', any: { check: { kind: 'number', min: 5 } } }}                | ${['3', '1.200']}           | ${'has no entry that is surely so (a number at least 5): number 2 can be read in two ways: 1.200'}
		${{ kind: 'list', each: { check: { kind: 'number', min: 5 } } }}               | ${['1.200', '3']}           | ${'has a wrong entry: number 2 is below 5'}
		${{ kind: 'list', min: 1 }}                                                    | ${{ value: ['a'] }}         | ${OK}
		${{ kind: 'matchesField', field: 'owner' }}                                    | ${'sam'}                    | ${OK}
		${{ kind: 'matchesField', field: 'owner' }}                                    | ${'Kim'}                    | ${'is not the same as owner'}
		${{ kind: 'matchesField', field: 'empty' }}                                    | ${'tbd'}                    | ${'cannot be compared, because empty is missing'}
		${{ kind: 'fresh', changedField: 'reviewed', withinDays: 10 }}                 | ${'x'}                      | ${OK}
		${{ kind: 'fresh', changedField: 'reviewed', withinDays: 9 }}                  | ${'x'}                      | ${'was last changed 10 days ago'}
		${{ kind: 'fresh', changedField: 'owner', withinDays: 9 }}                     | ${'x'}                      | ${'has no date of its last change in owner'}
	`('$settings says of $value: $shortfall', ({ settings, value, shortfall }) => {
		expect(judge(settings, value, RECORD)).toBe(shortfall);
	});
});

describe('contradictory settings', () => {
	it.each([
		{ kind: 'number', min: 5, max: 1 },
		{ kind: 'text', minLength: 5, maxLength: 1 },
		{ kind: 'share', of: 'amount' },
		{ kind: 'share', of: 'amount', min: 50, max: 30 },
		{ kind: 'list', min: 2, max: 1 },
		{ kind: 'list', max: 0, any: { check: GOLD } },
		{ kind: 'text', contains: 'signed', maxLength: 5 },
		{ kind: 'money', min: 2, max: 1 },
		{ kind: 'date', after: '2026-03-02', before: '2026-03-01' },
		{ kind: 'date', after: { days: 3 }, before: { days: 2 } },
		{ kind: 'date', after: { field: 'a', days: 3 }, before: { field: 'a', days: 2 } },
		{ kind: 'list', each: { check: { kind: 'number', min: 5, max: 1 } } },
	])('are refused: %j', (settings) => {
		expect(() => compileCheck(checkSchema.parse(settings))).toThrow(HandoffProblem);
	});
});

describe('days without a zone of their own', () => {
	const week = { mon: [['09:00', '17:00']] };
	const calendarIn = (timezone: string) => calendarSchema.parse({ timezone, weekly: week });
	const TOKYO = calendarIn('Asia/Tokyo');
	const LIMA = calendarIn('America/Lima');

	it.each`
		calendars                            | timezone     | expected | why
		${{ receiver: TOKYO, sender: LIMA }} | ${undefined} | ${'Tue'} | ${'it is Tuesday for the receiving team'}
		${{ sender: TOKYO }}                 | ${undefined} | ${'Tue'} | ${'the sending team stands in for it'}
		${{ receiver: LIMA, sender: TOKYO }} | ${undefined} | ${'Mon'} | ${'the receiving team comes first'}
		${{ receiver: TOKYO }}               | ${'Etc/UTC'} | ${'Mon'} | ${'the check names a zone'}
		${{ berlin: TOKYO }}                 | ${undefined} | ${'Mon'} | ${'UTC without calendars of the teams'}
	`('are those of the team: at Mon 2026-03-02 20:00 UTC it is $expected, $why', (row) => {
		const { calendars, timezone, expected } = row;
		const now = Date.parse('2026-03-02T20:00:00Z');
		const [monday, tuesday] = ['2026-03-02', '2026-03-03'];
		const around = { ...NOWHERE, calendars };
		const judgeBy = (settings: object, value: unknown) =>
			compileCheck(checkSchema.parse({ timezone, ...settings }), around).judge(value, {
				...{ record: { changed: monday }, now, isMissing: compileMissing([]) },
			});
		const refuses = expected === 'Tue';

		expect(judgeBy({ kind: 'date', after: { days: 0 } }, monday) !== undefined).toBe(refuses);
		expect(judgeBy({ kind: 'date', after: tuesday }, now) === undefined).toBe(refuses);
		expect(
			judgeBy({ kind: 'fresh', changedField: 'changed', withinDays: 0 }, 'x') !== undefined,
		).toBe(refuses);
	});
});
