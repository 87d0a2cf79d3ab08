import { buildTimeline } from '../../../nodes/domain/insights/timeline';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { handoffRows, utc } from './handoffRows';
import { many, POLICY, reportOf, suggest } from './suggest';

const ASKED = 'ready, ask, question:scope 10, answer 30, accept 10';
const QUIET = 'ready, ask, accept 20';

describe('questions of receiving teams in the report', () => {
	it('are counted by field, with the share that was answered and how long that took', () => {
		const { questions } = reportOf([
			...many(11, ASKED),
			...many(1, 'ready, ask, question 5, noanswer 240, accept 10'),
			...many(8, QUIET),
		]);

		expect(questions).toMatchObject([
			{
				...{ policyId: 'kick-off', field: 'scope', questions: 11 },
				...{ asked: { hits: 11, n: 20 }, answered: { hits: 11, n: 11 } },
				...{ answerMinutes: { n: 11, median: 30 } },
			},
			{ field: '', questions: 1, asked: { hits: 1, n: 20 }, answered: { hits: 0, n: 1 } },
		]);
	});

	it.each`
		steps                                              | inTime | sender | receiver
		${'ready, ask, question 10, answer 30, accept 45'} | ${1}   | ${30}  | ${55}
		${'ready, ask, question 10, answer 30, accept 55'} | ${0}   | ${30}  | ${65}
	`('$steps has the time of each side, and moves the deadline', (row) => {
		const { totals } = reportOf(many(10, row.steps));
		expect(totals.answeredInTime.share).toBe(row.inTime);
		expect(totals.senderMinutes.median).toBe(row.sender);
		expect(totals.receiverMinutes.median).toBe(row.receiver);
		expect(totals.answerMinutes.median).toBe(row.receiver);
	});

	it('leave a handoff with the sending team as long as they are open', () => {
		const { open } = reportOf(many(2, 'ready, ask, question:scope 10'));
		expect(open.byTeam).toMatchObject([{ team: 'Sales' }]);
	});

	it('are told in the timeline, their words only where people may be named', () => {
		const { rows } = readRows(handoffRows({ id: 'D-1', began: 'Mon 2026-03-02 09:00' }, ASKED));
		const read = (people: boolean) =>
			buildTimeline(
				rows,
				{ handoffId: 'D-1', now: utc('Mon 2026-03-30 09:00') },
				{ timezone: 'UTC', people },
			)?.entries.map(({ said, details }) => [said, ...details].join(' ')) ?? [];

		expect(read(false)).toEqual(
			expect.arrayContaining([
				'Delivery asked Sales a question. Its time to decide stood. Field: scope',
				expect.stringContaining('Sales answered the question.'),
			]),
		);
		expect(read(true).join()).toContain('“Who?”');
	});

	it('that are asked again and again become the advice to ask more of the field', () => {
		const [advice] = suggest([...many(12, ASKED), ...many(20, QUIET)]);

		expect(advice).toMatchObject({
			kind: 'requireAsked',
			title: 'Ask more of “Scope” at the gate: receiving teams ask about it',
			evidence: 'A question about scope was asked in 12 of 32 submissions (23 to 55 %).',
			change: { place: 'requirements', action: 'replace', json: { id: 'scope' } },
			backtest: { n: 32 },
		});
	});

	it('become the advice to require a field that only warns', () => {
		const [amount, scope] = POLICY.requirements;
		const policy = parsePolicy({
			...POLICY,
			requirements: [amount, { ...scope, severity: 'warning' }],
		});
		const [advice] = suggest([...many(12, ASKED), ...many(20, QUIET)], [policy]);

		expect(advice).toMatchObject({
			title: 'Require “Scope”: receiving teams ask about it',
			change: { json: { id: 'scope', severity: 'blocker' } },
		});
	});

	it('advise nothing while they are few', () => {
		const kinds = suggest([...many(2, ASKED), ...many(60, QUIET)]).map(({ kind }) => kind);
		expect(kinds).not.toContain('requireAsked');
	});
});
