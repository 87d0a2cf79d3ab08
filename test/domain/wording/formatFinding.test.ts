import { comparisonTexts, kindTexts } from '../../../nodes/domain/wording/comparisonWording';
import { expectedTexts, shortfallTexts } from '../../../nodes/domain/wording/findingWording';
import {
	formatExpected,
	formatFinding,
	formatShortfall,
} from '../../../nodes/domain/wording/formatFinding';
import { wordingSchema, type Wording } from '../../../nodes/domain/wording/wording';
import { WORDINGS } from '../../../nodes/domain/wording/languages/wordings';
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
	[{ kind: 'number' }, 'many'],
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
	// What a record out of code gives when one of its members throws.
	...findingsOf(requirement({ kind: 'present' }), {}).map((finding) => ({
		...finding,
		shortfall: 'cannot be read',
	})),
];

/** A language of our own that says the name of each text, with what is filled in. */
const NAMES: Wording = wordingSchema.parse(
	Object.fromEntries(
		Object.entries({ ...shortfallTexts, ...expectedTexts, ...kindTexts, ...comparisonTexts }).map(
			([name, text]) => [
				name,
				`«${name}»${(text.parse(undefined).match(/\{\w+\}/g) ?? []).join('')}`,
			],
		),
	),
);
const namesIn = (text: string) => [...text.matchAll(/«(\w+)»/g)].map(([, name = '']) => name);
const OTHERS = Object.entries(WORDINGS).filter(([language]) => language !== 'en');

describe('a finding in the language of its reader', () => {
	const findings = everyFinding();

	it.each(findings.map((finding) => [finding.shortfall, finding.expected, finding] as const))(
		'knows “%s”, expected “%s”',
		(_problem, _expected, finding) => {
			expect(formatShortfall(finding, NAMES)).toMatch(/^«shortfall/);
			expect(formatExpected(finding, NAMES)).toMatch(/^«expected/);
		},
	);

	it('has met every sentence and every word there is', () => {
		const met = findings.flatMap((finding) =>
			namesIn(formatShortfall(finding, NAMES) + formatExpected(finding, NAMES)),
		);
		const named = Object.keys({
			...shortfallTexts,
			...expectedTexts,
			...kindTexts,
			...comparisonTexts,
		});

		expect(named.filter((name) => !met.includes(name))).toEqual([]);
	});

	it.each(OTHERS)('leaves nothing in English in %s', (_language, wording) => {
		for (const finding of findings) {
			const said = `${formatFinding(finding, wording)} (${formatExpected(finding, wording)})`;

			expect(said).not.toMatch(
				/\b(the same|at least|at most|says|counts|days|today|entries|with which|contains|does not)\b/,
			);
			expect(said).not.toMatch(/[{}]/);
		}
	});

	it('says the very sentence of the check in English', () => {
		for (const finding of findings.filter(({ check }) => check !== 'agrees')) {
			expect(formatShortfall(finding, WORDINGS.en)).toBe(finding.shortfall);
			expect(formatExpected(finding, WORDINGS.en)).toBe(finding.expected);
		}
	});

	it.each([
		['de', 'Budget: liegt unter 100'],
		['fr', 'Budget : est inférieur à 100'],
		['es', 'Budget: es inferior a 100'],
		['nl', 'Budget: is lager dan 100'],
		['pt', 'Budget: é inferior a 100'],
	] as const)('says what is below its limit in %s', (language, said) => {
		const finding = { label: 'Budget', shortfall: 'is below 100' };

		expect(formatFinding(finding, WORDINGS[language])).toBe(said);
	});

	it('says which systems contradict each other, by their proper names', () => {
		const finding = { shortfall: 'differs: hubspot says 5, stripe says 6 €; hubspot counts' };

		expect(formatShortfall(finding, WORDINGS.de)).toBe(
			'widerspricht sich: HubSpot sagt 5, Stripe sagt 6 €; es zählt HubSpot',
		);
	});

	it('says a condition with both its sides', () => {
		const finding = { shortfall: 'does not meet any of: amount is at least 5 or stage is not won' };

		expect(formatShortfall(finding, WORDINGS.de)).toBe(
			'erfüllt nichts von: amount ist mindestens 5 oder stage ist nicht won',
		);
	});

	it.each([
		['what no check has written', 'smells of fish'],
		['what is far too long', `is below ${'9'.repeat(100_000)}`],
		['what has braces in it', '{shortfall} {label}'],
		['nothing', ''],
	])('leaves %s as it is', (_case, shortfall) => {
		expect(formatShortfall({ shortfall }, WORDINGS.de)).toBe(shortfall);
	});
});
