import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { correctionTerms } from '../../../nodes/domain/readiness/correctionTerms';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { startBacktest } from '../../../nodes/domain/readiness/startBacktest';

/** Mon 2026-03-02 10:00 in UTC. */
const MONDAY = Date.parse('2026-03-02T10:00:00Z');

const STATUS = 'column_values[id=status].text';
const START = 'column_values[column.title=Start].text';
const EMAIL = 'people[primary=true].email';

const POLICY = {
	id: 'p',
	record: {
		id: 'id',
		title: `Deal {{${STATUS}}}`,
		url: 'https://x.example/{{column_values[id=no].text}}',
	},
	sender: { team: 'Sales', email: EMAIL },
	fixers: { Legal: { email: 'people[label=legal].email' } },
	requirements: [
		{ id: 'start', label: 'Start', field: START, check: { kind: 'date', after: { days: 1 } } },
		{
			id: 'end',
			label: 'End',
			field: 'column_values[id=end].text',
			check: { kind: 'date', after: { field: START, days: 1 } },
			when: { field: STATUS, equals: 'Won' },
			fixUrl: 'https://x.example/{{column_values[id=no].text}}',
		},
		{ id: 'mail', label: 'Mail', field: EMAIL, check: { kind: 'email' } },
	],
	packet: [{ label: 'Status', field: STATUS }],
	acceptance: { correctable: [STATUS, EMAIL] },
};

const record = (more: object = {}) => ({
	id: '1',
	people: [
		{ email: 'law@acme.example', label: 'Legal' },
		{ email: 'kim@acme.example', primary: true },
	],
	column_values: [
		{ id: 'no', text: '7' },
		{ id: 'status', text: 'Won' },
		{ id: 'date4', column: { title: 'Start' }, text: '2026-03-09' },
		{ id: 'end', text: '2026-03-20' },
	],
	...more,
});

const compiled = compilePolicy(parsePolicy(POLICY));
const verdictOf = (one: unknown) =>
	evaluateReadiness(compiled, one, { now: MONDAY, mode: 'enforce' });

describe('an entry by what it is, in a policy', () => {
	it('is read wherever a field is named', () => {
		const verdict = verdictOf(record());
		const handoff = openHandoff({
			compiled,
			record: record(),
			verdict,
			previous: undefined,
			now: MONDAY,
		});

		expect(verdict.findings).toEqual([]);
		expect(handoff.record).toMatchObject({ title: 'Deal Won', url: 'https://x.example/7' });
		expect(handoff.sender.email).toBe('kim@acme.example');
		expect(handoff.agreed.fixers?.Legal?.email).toBe('law@acme.example');
		expect(handoff.agreed.packet).toEqual([
			expect.objectContaining({ field: STATUS, value: 'Won' }),
		]);
	});

	it('is named as it is written where it is wrong', () => {
		const { findings } = verdictOf(record({ column_values: [{ id: 'status', text: 'Won' }] }));

		expect(findings.map(({ field, shortfall }) => `${field} ${shortfall}`)).toEqual([
			`${START} is missing`,
			'column_values[id=end].text is missing',
		]);
	});

	it('asks which one counts where two are as it says', () => {
		const people = ['a@x.example', 'b@x.example'].map((email) => ({ email, primary: true }));
		const [finding] = verdictOf(record({ people })).findings;

		expect(finding?.shortfall).toMatch(/^holds 2 values, not one/);
	});

	it('can be corrected, and is judged with the other entries as they were', () => {
		const terms = correctionTerms(compiled, record());

		expect(terms?.fields.map(({ field, value }) => [field, value])).toEqual([
			[STATUS, 'Won'],
			[EMAIL, 'kim@acme.example'],
		]);
		expect(verdictOf(terms?.record).findings).toEqual([]);
	});

	it('is told by a backtest when no record has it', () => {
		const backtest = startBacktest(compiled);
		backtest.add(record({ people: [{ email: 'a@x.example' }] }), MONDAY);

		expect(backtest.report().warnings).toEqual([`No record holds the field ${EMAIL} of “Mail”`]);
	});

	it('is refused with both ways to name an entry when it is neither', () => {
		const requirement = {
			id: 'r',
			label: 'R',
			field: 'emails[primary].value',
			check: { kind: 'email' },
		};

		expect(() => parsePolicy({ ...POLICY, requirements: [requirement] })).toThrow(
			/“emails\[primary\]\.value” must be the path .* such as emails\[0\]\.value or emails\[primary=true\]\.value/,
		);
	});
});
