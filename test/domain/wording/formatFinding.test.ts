import { ENGLISH } from '../../../nodes/domain/language/tables/english';
import { languageSchema, WORDINGS } from '../../../nodes/domain/language/languages';
import {
	inEnglish,
	oneOfThese,
	say,
	sentenceSchema,
	writeSentence,
	type Sentence,
} from '../../../nodes/domain/language/sentence';
import { wordingChangesSchema, type Wording } from '../../../nodes/domain/language/wording';
import { formatExpected, formatFinding } from '../../../nodes/domain/wording/formatFinding';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../../nodes/domain/readiness/judgeRecord';
import type { Finding } from '../../../nodes/domain/handoff/verdict';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const AS = { decimal: ',' };

const filter = (
	type: string,
	operation: string,
	right: unknown = '',
	more: Record<string, unknown> = {},
) => ({
	kind: 'condition',
	filter: {
		conditions: [
			{ leftValue: '={{ $json.value }}', rightValue: right, operator: { type, operation } },
		],
		...more,
	},
});
const both = (combinator: 'and' | 'or') => ({
	kind: 'condition',
	filter: {
		combinator,
		conditions: ['A', 'B'].map((rightValue) => ({
			leftValue: '={{ $json.value }}',
			rightValue,
			operator: { type: 'string', operation: 'equals' },
		})),
	},
});
const WORKING = { workingDays: 3 };

/** Settings of a check, and values that it finds fault with. */
const CASES: Array<[check: Record<string, unknown>, ...values: unknown[]]> = [
	[{ kind: 'present' }, undefined],
	[{ kind: 'text' }, true],
	[{ kind: 'text', minLength: 4, maxLength: 6 }, 'ab', 'abcdefgh'],
	[{ kind: 'text', minLength: 2, pattern: '[0-9]+' }, 'abc', '1'.repeat(200_000)],
	[{ kind: 'text', pattern: '[0-9]+', patternLabel: 'an order number' }, 'abc'],
	[{ kind: 'number' }, 'many', [3, 4]],
	[{ kind: 'date', format: 'dd.MM.yyyy' }, '2/3/2026'],
	[{ kind: 'url', withScheme: true }, 'www.example.com'],
	[{ kind: 'number', min: 5, max: 5 }, 4, 6],
	[{ kind: 'number', integer: true }, 1.5],
	[{ kind: 'number', integer: true, min: 1 }, 0],
	[{ kind: 'money' }, 'much', '1.500'],
	[{ kind: 'money', max: 10 }, 11],
	[{ kind: 'money', currencies: ['EUR', 'USD'] }, 5, '5 GBP'],
	[{ kind: 'money', min: 1, currencies: ['EUR'], currencyField: 'currency' }, '5 USD', '5 GBP'],
	[{ kind: 'date' }, 'soon'],
	[{ kind: 'date' }, '9999-12-31'],
	[{ kind: 'date', after: { field: 'never' } }, '2026-01-01'],
	[{ kind: 'date', after: '2026-01-01' }, '2025-01-01'],
	[{ kind: 'date', before: { days: 1 } }, '2027-01-01'],
	[{ kind: 'date', after: { days: 0 }, before: { days: 5 } }, '2027-01-01'],
	[{ kind: 'date', after: { days: -1 } }, '2020-01-01'],
	[{ kind: 'date', after: { days: -9 } }, '2020-01-01'],
	[{ kind: 'date', after: { workingDays: 1 } }, '2020-01-01'],
	[{ kind: 'date', after: WORKING }, '2020-01-01'],
	[{ kind: 'date', after: { workingDays: -1 } }, '2020-01-01'],
	[{ kind: 'date', after: { workingDays: -3 } }, '2020-01-01'],
	[{ kind: 'date', after: { field: 'other', days: 2 } }, '2026-01-01'],
	[{ kind: 'date', after: { field: 'currency' } }, '2026-01-01'],
	[{ kind: 'email' }, 'nobody'],
	[{ kind: 'url' }, 'nowhere'],
	[{ kind: 'url', hosts: ['a.example', 'b.example'] }, 'https://c.example/x'],
	[{ kind: 'phone' }, 'call me'],
	[{ kind: 'phone', international: true }, '030 1234567'],
	[{ kind: 'oneOf', values: ['a', 'b'] }, 'c'],
	[{ kind: 'boolean' }, 'perhaps'],
	[{ kind: 'boolean', is: true }, 'no'],
	[{ kind: 'boolean', is: false }, 'yes'],
	[{ kind: 'matchesField', field: 'other' }, 'else'],
	[{ kind: 'matchesField', field: 'nothing' }, 'else'],
	[{ kind: 'fresh', changedField: 'nothing', withinDays: 1 }, 'x'],
	[{ kind: 'fresh', changedField: 'changed', withinDays: 30 }, 'x'],
	[{ kind: 'list' }, 5],
	[{ kind: 'list', min: 2 }, ['a']],
	[{ kind: 'list', max: 1 }, ['a', 'b']],
	[{ kind: 'list', min: 1, each: { check: { kind: 'email' } } }, ['a']],
	[{ kind: 'list', min: 1, any: { check: { kind: 'email' } } }, ['a']],
	[{ kind: 'list', any: { check: { kind: 'number' } } }, ['1.200']],
	[{ kind: 'text', contains: 'signed' }, 'draft'],
	[{ kind: 'sum', total: 100 }, [30], ['5 €', '5 USD']],
	[{ kind: 'sum', of: 'price', total: { field: 'currency' }, tolerance: 0.01 }, [{ price: 3 }]],
	[{ kind: 'share', of: 'value', min: 120 }, 5],
	[{ kind: 'share', of: 'value', max: 20 }, 5],
	[{ kind: 'list', each: { field: 'mail', check: { kind: 'email' } } }, [{ mail: 'a' }]],
	[filter('number', 'gt', 5), 'many', 3],
	[filter('number', 'gt', 'x'), 3],
	[filter('boolean', 'true'), 'x', 'false'],
	[filter('boolean', 'false'), true],
	[filter('object', 'notEmpty'), 'x'],
	[filter('array', 'lengthEquals', 2), 'x', ['a']],
	[filter('array', 'lengthNotEquals', 1), ['a']],
	[filter('array', 'lengthGt', 2), ['a']],
	[filter('array', 'lengthLt', 1), ['a']],
	[filter('array', 'lengthGte', 2), ['a']],
	[filter('array', 'lengthLte', 0), ['a']],
	[filter('array', 'contains', 'b'), ['a']],
	[filter('dateTime', 'after', '2026-01-01'), 'x', '2025-01-01'],
	[filter('dateTime', 'before', '2024-01-01'), '2025-01-01'],
	[filter('dateTime', 'afterOrEquals', '2026-01-01'), '2025-01-01'],
	[filter('dateTime', 'beforeOrEquals', '2024-01-01'), '2025-01-01'],
	[filter('string', 'equals', 5, { options: { typeValidation: 'strict' } }), 5],
	...(
		[
			['notExists', 'a'],
			['empty', 'a'],
			['notEquals', 'a'],
			['notContains', 'a'],
			['startsWith', 'b'],
			['notStartsWith', 'a'],
			['endsWith', 'b'],
			['notEndsWith', 'a'],
		] as const
	).map(([operation, right]): [Record<string, unknown>, unknown] => [
		filter('string', operation, right),
		'a',
	]),
	[filter('number', 'lt', 1), 3],
	[filter('number', 'gte', 9), 3],
	[filter('number', 'lte', 1), 3],
	[filter('number', 'exists'), 'x'],
	[both('and'), 'C'],
	[both('or'), 'C'],
];

const SYSTEMS = { crm: 'crm', billing: 'billing' };
const CONFLICTS: Array<[compareAs: string, record: Record<string, unknown>]> = [
	['text', { value: 'a', crm: 'a', billing: 'b' }],
	['date', { value: 'soon', crm: 'soon', billing: 'later' }],
	['email', { value: 'a', crm: 'a' }],
	['money', { value: 'a', billing: '5' }],
	['name', { value: 'a', crm: 'a', billing: 'b' }],
	['number', { value: '1', crm: '1', billing: '2' }],
	['phone', { value: 'a', crm: 'a', billing: 'b' }],
];

/** A record out of code, one of whose members throws when it is looked at. */
const THROWS = {
	value: new Proxy(
		{},
		{
			ownKeys: () => {
				throw new Error('no');
			},
		},
	),
};

function findingsOf(more: Record<string, unknown>, record: Record<string, unknown>): Finding[] {
	const policy = parsePolicy({
		id: 'p',
		record: { id: 'id' },
		sender: { team: 'Sales' },
		receiver: { team: 'Delivery' },
		calendars: {
			receiver: { timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] } },
		},
		...more,
	});
	const about = {
		id: '1',
		other: '2026-02-02',
		changed: '2025-01-01',
		currency: 'EUR',
		never: '9999-12-31',
	};
	return judgeRecord(compilePolicy(policy), { ...about, ...record }, { now: NOW }).findings;
}

const requirement = (check: Record<string, unknown>) => ({
	requirements: [{ id: 'r', label: 'The value', field: 'value', check }],
});
const everyFinding = (): Finding[] => [
	...CASES.flatMap(([check, ...values]) =>
		values.flatMap((value) => findingsOf(requirement(check), { value })),
	),
	...CONFLICTS.flatMap(([compareAs, record]) =>
		findingsOf(
			{
				...requirement({ kind: 'agrees' }),
				sources: { value: { systemOfRecord: 'crm', values: SYSTEMS, compareAs, ...AS } },
			},
			record,
		),
	),
	...findingsOf(
		{
			requirements: [
				{
					...requirement({ kind: 'present' }).requirements[0],
					when: { field: 'other', atLeast: 1 },
				},
			],
		},
		{ value: '' },
	),
	...findingsOf(
		{
			requirements: [
				{ ...requirement({ kind: 'number' }).requirements[0], alsoAccepted: ['N/A', 'none'] },
			],
		},
		{ value: 'many' },
	),
	...findingsOf(requirement({ kind: 'present' }), THROWS),
	...findingsOf(requirement({ kind: 'present' }), { id: '', value: 1 }),
];

/** The texts of findings: what is wrong, what is expected, and the parts of both. */
const OF_FINDINGS =
	/^(shortfall|expected[A-Z]|entryField|range|form[A-Z]|bound|list|kind[A-Z]|type|statement|operator)/;
const CODES = Object.keys(ENGLISH).filter(
	(name) => OF_FINDINGS.test(name) && !['forward', 'format'].includes(name),
);

/** A language of our own that says the name of each text, with what is filled in. */
const NAMES: Wording = {
	...ENGLISH,
	...wordingChangesSchema.parse(
		Object.fromEntries(
			Object.entries(ENGLISH)
				.filter(([name]) => CODES.includes(name))
				.map(([name, text]) => [name, `«${name}»${(text.match(/\{\w+\}/g) ?? []).join('')}`]),
		),
	),
};
const namesIn = (text: string) => [...text.matchAll(/«(\w+)»/g)].map(([, name = '']) => name);
const OTHERS = Object.entries(WORDINGS).filter(([language]) => language !== 'en');
const saying = (shortfall: Sentence) => ({
	label: 'Budget',
	shortfall: 'as kept',
	codes: { shortfall, expected: say('expectedValue') },
});

describe('a finding in the language of its reader', () => {
	const findings = everyFinding();

	it('has met every sentence and every word there is', () => {
		const met = findings.flatMap((finding) =>
			namesIn(formatFinding(finding, NAMES) + formatExpected(finding, NAMES)),
		);

		expect(CODES.filter((name) => !met.includes(name))).toEqual([]);
	});

	it.each(Object.entries(WORDINGS))('fills every sentence completely in %s', (_tag, wording) => {
		for (const finding of findings) {
			expect(`${formatFinding(finding, wording)} ${formatExpected(finding, wording)}`).not.toMatch(
				/[{}]|undefined|shortfall[A-Z]|expected[A-Z]/,
			);
		}
	});

	it.each(OTHERS)('leaves nothing in English in %s', (_language, wording) => {
		for (const finding of findings) {
			const said = `${formatFinding(finding, wording)} (${formatExpected(finding, wording)})`;

			expect(said).not.toMatch(
				/\b(the same|at least|at most|says|counts|days|today|entries|with which|contains|does not)\b/,
			);
		}
	});

	it('stands in the data in English, beside its code and values', () => {
		for (const { shortfall, expected, codes } of findings) {
			expect([shortfall, expected]).toEqual([
				inEnglish(codes.shortfall),
				inEnglish(codes.expected),
			]);
		}
	});

	it('comes out of the data as it went in', () => {
		for (const { codes } of findings) {
			const kept: unknown = JSON.parse(JSON.stringify(codes.shortfall));

			expect(sentenceSchema.parse(kept)).toEqual(codes.shortfall);
		}
	});

	it.each([
		['de', 'Budget: liegt unter 100'],
		['fr', 'Budget : est inférieur à 100'],
		['es', 'Budget: es inferior a 100'],
		['nl', 'Budget: is lager dan 100'],
		['pt', 'Budget: é inferior a 100'],
	] as const)('says what is below its limit in %s', (language, said) => {
		const finding = saying(say('shortfallBelow', { limit: 100 }));

		expect(formatFinding(finding, WORDINGS[language])).toBe(said);
	});

	it('says which systems contradict each other, by their proper names', () => {
		const [finding] = findingsOf(
			{
				...requirement({ kind: 'agrees' }),
				sources: {
					value: { systemOfRecord: 'hubspot', values: { hubspot: 'value', stripe: 'billing' } },
				},
			},
			{ value: 5, billing: '6 €' },
		);

		expect(finding && formatFinding(finding, WORDINGS.de)).toBe(
			'The value: widerspricht sich: HubSpot sagt 5, Stripe sagt 6 €; es zählt HubSpot',
		);
	});

	it.each`
		language | message                        | said
		${'de'}  | ${'Ask Kim first'}             | ${'Ask Kim first'}
		${'de'}  | ${{ de: 'Erst Kim fragen' }}   | ${'Erst Kim fragen'}
		${'pt'}  | ${{ pt: 'Pergunte primeiro' }} | ${'Pergunte primeiro'}
		${'fr'}  | ${{ de: 'Erst Kim fragen' }}   | ${'The value : valeur absente'}
	`('is told in $language with the message $message: $said', ({ language, message, said }) => {
		const [one] = requirement({ kind: 'present' }).requirements;
		const [finding] = findingsOf({ requirements: [{ ...one, message }] }, { value: '' });

		expect(finding && formatFinding(finding, WORDINGS[languageSchema.parse(language)])).toBe(said);
	});

	it('keeps saying why it is asked behind a message of the policy', () => {
		const [one] = requirement({ kind: 'present' }).requirements;
		const when = { field: 'other', atLeast: 1 };
		const [finding] = findingsOf({ requirements: [{ ...one, when, message: 'Ask Kim' }] }, {});

		expect(finding && formatFinding(finding, WORDINGS.en)).toBe(
			'Ask Kim; other does not tell whether it is needed: 2026-02-02',
		);
	});

	it('says a condition with both its sides', () => {
		const [finding] = findingsOf(requirement(both('or')), { value: 'C' });

		expect(finding && formatFinding(finding, WORDINGS.de)).toBe(
			'The value: erfüllt nichts von: value ist A oder value ist B',
		);
	});

	it.each`
		values                   | said
		${['EUR']}               | ${'EUR'}
		${['EUR', 'USD']}        | ${'EUR oder USD'}
		${['EUR', 'USD', 'GBP']} | ${'EUR, USD oder GBP'}
	`('says of $values that one is meant: $said', ({ values, said }) => {
		const sentence = say('expectedUrlAt', { hosts: oneOfThese(values) });

		expect(writeSentence(sentence, WORDINGS.de)).toBe(`eine Webadresse bei ${said}`);
	});

	it.each<[string, Sentence]>([
		['a code that this version does not know', { code: 'shortfallOfTomorrow' }],
		['a code that is no text', { code: 'constructor' }],
		['a part that is not known', { code: 'shortfallMissingIn', values: { system: { code: 'x' } } }],
	])('says %s as the data has it', (_case, shortfall) => {
		expect(formatFinding(saying(shortfall), WORDINGS.de)).toBe('Budget: as kept');
	});

	it.each([
		['a text', 'is missing'],
		['nothing', null],
		['no code', { values: {} }],
		['values that are none', { code: 'shortfallBelow', values: { limit: true } }],
		['values in a list', { code: 'shortfallBelow', values: null }],
		['what is nested without end', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
		[
			'a sentence nested without end',
			Array.from({ length: 5000 }).reduce((inner) => ({ code: 'x', values: { inner } }), 1),
		],
	])('does not take %s for a sentence', (_case, kept: unknown) => {
		expect(sentenceSchema.safeParse(kept).success).toBe(false);
	});

	it('does not compile with a value left out, too many, or a code that is no text', () => {
		// @ts-expect-error the limit is missing
		say('shortfallBelow');
		// @ts-expect-error the limit is called otherwise
		say('shortfallBelow', { most: 5 });
		// @ts-expect-error there is nothing to fill in
		say('shortfallMissing', { limit: 5 });
		// @ts-expect-error there is no such text
		say('shortfallOfTomorrow');

		expect(inEnglish(say('shortfallBelow', { limit: 5 }))).toBe('is below 5');
	});
});
