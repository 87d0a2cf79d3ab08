import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { judgeRecord } from '../../../nodes/domain/readiness/judgeRecord';
import { FIELD_CASES, type FieldCase } from './fieldCases';

/** Mon 2026-11-30 10:00 in UTC. */
const NOW = Date.parse('2026-11-30T10:00:00Z');
const SYSTEMS = { systemOfRecord: 'crm', values: { crm: 'f', billing: 'g' } };

const findingsOf = ({ check, value, record, when, other, source }: FieldCase) => {
	const policy = parsePolicy({
		id: 'p',
		record: { id: 'id' },
		requirements: [{ id: 'r', label: 'The field', field: 'f', check, when }],
		...(source && { sources: { f: { ...SYSTEMS, ...source } } }),
	});
	const whole = { id: '1', f: value, g: other, ...record };
	return judgeRecord(compilePolicy(policy), whole, { now: NOW }).findings;
};

function answerTo(one: FieldCase): FieldCase['answer'] {
	try {
		return findingsOf(one).length === 0 ? 'met' : 'unmet';
	} catch (error) {
		if (error instanceof HandoffProblem) return 'refused';
		throw error;
	}
}

const shortfallOf = (one: Omit<FieldCase, 'answer' | 'because'>): string | undefined =>
	findingsOf({ answer: 'unmet', because: '', ...one })[0]?.shortfall;

describe.each(Object.entries(FIELD_CASES))('%s', (_kind, cases) => {
	it.each(cases)('$check with $value is $answer: $because', (one) => {
		expect(answerTo(one)).toBe(one.answer);
	});
});

describe('a finding about what cannot be read', () => {
	it.each`
		check                                      | value                | says
		${{ kind: 'date', format: 'dd/MM/yyyy' }}  | ${'15-12-2026'}      | ${'is not a date written as dd/MM/yyyy, such as 31/12/2026'}
		${{ kind: 'number' }}                      | ${[3, 4]}            | ${'holds 2 values, not one; name the one that counts, such as f[0]'}
		${{ kind: 'number' }}                      | ${'1.200'}           | ${'can be read in two ways: 1.200'}
		${{ kind: 'url', withScheme: true }}       | ${'www.example.com'} | ${'does not start with https://'}
		${{ kind: 'money', currencyField: 'cur' }} | ${'€5'}              | ${'is in EUR, but cur says CAD'}
	`('says of $value: $says', ({ check, value, says }) => {
		expect(shortfallOf({ check, value, record: { cur: 'CAD' } })).toBe(says);
	});

	it('says why a requirement is asked of which it cannot be told whether it applies', () => {
		expect(
			shortfallOf({
				check: { kind: 'present' },
				value: '',
				when: {
					all: [
						{ field: 'stage', equals: 'won' },
						{ field: 'amount', atLeast: 10000 },
					],
				},
				record: { stage: 'won', amount: '12,500.00' },
			}),
		).toBe('is missing; amount does not tell whether it is needed: 12,500.00');
	});

	it('shows what nobody sees where nothing else is there', () => {
		const [finding] = findingsOf({
			check: { kind: 'present' },
			value: '\u200b\u00ad',
			answer: 'unmet',
			because: '',
		});

		expect(finding?.seen).toBe('[U+200B][U+00AD]');
	});

	it.each`
		format          | meant
		${'dd/mm/yyyy'} | ${'dd/MM/yyyy'}
		${'DD.MM.YYYY'} | ${'dd.MM.yyyy'}
		${'TT.MM.JJJJ'} | ${'dd.MM.yyyy'}
		${'jj/mm/aaaa'} | ${'dd/MM/yyyy'}
		${'%d/%m/%Y'}   | ${'dd/MM/yyyy'}
		${'mm/dd/yyyy'} | ${'MM/dd/yyyy'}
	`('names the letters $meant that are meant by $format', ({ format, meant }) => {
		expect(() => shortfallOf({ check: { kind: 'date', format }, value: 'x' })).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining(`“${meant}”`) }),
		);
	});
});
