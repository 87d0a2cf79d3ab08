import { describeReport } from '../../../nodes/domain/insights/describeReport';
import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { writeReportPage } from '../../../nodes/domain/insights/page/reportPage';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { handoffRows, utc } from './handoffRows';

const now = utc('Fri 2026-03-20 12:00');
let made = 0;
const handoff = (began: string, steps: string, different: Partial<LedgerRow> = {}) => {
	made += 1;
	return handoffRows({ id: `H${made}`, began, ...different }, steps);
};
const reportOf = (rows: readonly LedgerRow[], since?: number) =>
	buildReport(readRows(rows).rows, { timezone: 'UTC', ...(since !== undefined && { since }) }, now);

describe('what is stuck', () => {
	it.each`
		began                     | steps                                                      | why
		${'Thu 2026-03-19 09:00'} | ${'ready, ask, silence 60'}                                | ${'nobodyHasIt'}
		${'Fri 2026-03-20 09:00'} | ${'ready, ask, silence 60'}                                | ${undefined}
		${'Thu 2026-03-19 09:00'} | ${'ready'}                                                 | ${'nobodyHasIt'}
		${'Fri 2026-03-20 11:55'} | ${'ready'}                                                 | ${undefined}
		${'Mon 2026-03-09 09:00'} | ${'not:amount'}                                            | ${'nothingHappens'}
		${'Mon 2026-03-16 09:00'} | ${'not:amount'}                                            | ${undefined}
		${'Mon 2026-03-09 09:00'} | ${'ready, ask'}                                            | ${'nothingHappens'}
		${'Mon 2026-03-09 09:00'} | ${'ready, ask, accept 5, wait 60, replaced, fix 0, ready'} | ${'nobodyHasIt'}
	`('is, of $steps on $began: $why', ({ began, steps, why }) => {
		const [open] = openHandoffs(readRows(handoff(began, steps)).rows, now);
		expect(open?.stuck).toBe(why);
	});
});

describe('what is open now', () => {
	const rows = [
		...handoff('Mon 2026-03-02 09:00', 'ready, ask, accept 5'),
		...handoff('Mon 2026-03-02 09:00', 'not:amount', { recordId: 'D-1' }),
		...handoff('Thu 2026-03-19 09:00', 'not:amount'),
		...handoff('Wed 2026-03-18 09:00', 'ready, ask', { recordId: 'D-2' }),
		...handoff('Fri 2026-03-20 11:30', 'ready, ask'),
		...handoff('Wed 2026-03-18 09:00', 'ready, ask, silence 60', { receivingTeam: 'Support' }),
	];
	const byTeam = [
		{ team: 'Support', open: 1, overdue: 1, stuck: 1 },
		{ team: 'Delivery', open: 2, overdue: 1, stuck: 0, longestRecordId: 'D-2' },
		{ team: 'Sales', open: 2, overdue: 0, stuck: 1, longestRecordId: 'D-1' },
	];

	it('is counted by the team that has the ball, the most urgent first', () => {
		expect(reportOf(rows).open).toMatchObject({ open: 5, overdue: 2, stuck: 2, byTeam });
	});

	it('is counted whatever the period of the report', () => {
		const { open, totals } = reportOf(rows, utc('Fri 2026-03-20 00:00'));
		expect(totals.handoffs).toBe(1);
		expect(open).toMatchObject({ open: 5, byTeam });
	});

	it('is near the head of the page and in the message', () => {
		const report = reportOf(rows);
		const told = { title: 'March', suggestions: [] };
		const page = writeReportPage(report, told).replace(/\s+/g, ' ');
		expect(page).toContain('5 handoffs are open now: 2 overdue, 2 stuck.');
		expect(page).toContain('D-1 has waited longest, for 18 days');
		expect(page.indexOf('id="open"')).toBeLessThan(page.indexOf('id="next"'));
		const { text } = renderMessage(describeReport(report, told));
		expect(text).toContain(
			'Sales: 2 open, 0 overdue, 1 stuck; D-1 has waited longest, for 18 days',
		);
	});

	it('leaves out what is ready under a policy whose receiving team is never asked', () => {
		const ready = handoff('Mon 2026-03-02 09:00', 'ready', { policyId: 'gate-only' });
		expect(reportOf([...rows, ...ready]).open.open).toBe(5);
		const asked = handoff('Mon 2026-03-02 09:00', 'ready, ask, accept 5', {
			policyId: 'gate-only',
		});
		expect(reportOf([...rows, ...ready, ...asked]).open.open).toBe(6);
	});

	it('is nothing when everything is accepted', () => {
		const report = reportOf(rows.slice(0, 3));
		expect(report.open).toEqual({ open: 0, overdue: 0, stuck: 0, byTeam: [] });
		expect(writeReportPage(report, { title: 'March', suggestions: [] })).toContain(
			'Nothing is open now.',
		);
	});
});

describe('what returns cost', () => {
	const returned = (minutes: number, why: string) =>
		handoff(
			'Mon 2026-03-02 09:00',
			`ready, ask, return 5 ${why}, fix ${minutes}, ready, ask, accept 5`,
		);

	it('is the time of the sending team until the receiving team was asked again, by reason', () => {
		const rows = [
			...Array.from({ length: 10 }, (_, index) => returned(60 + index * 10, 'goals')).flat(),
			...returned(600, 'scope'),
			...handoff('Mon 2026-03-02 09:00', 'ready, ask, return 5 scope'),
			...handoff('Mon 2026-03-02 09:00', 'ready, ask, return 5 scope, fix 30, not:amount'),
		];
		const { reasons, returnCost } = reportOf(rows);
		expect(reasons.map(({ code, cost }) => [code, cost])).toEqual([
			['goals', { n: 10, total: 1050, median: 105, p90: 140 }],
			['scope', { n: 1, total: 600, absent: 'tooFew' }],
		]);
		expect(returnCost).toMatchObject({ n: 11, total: 1650 });
	});

	it('counts what the gate held back in between', () => {
		const rows = handoff(
			'Mon 2026-03-02 09:00',
			'ready, ask, return 5 goals, fix 60, not:amount, fix 30, ready, ask, accept 5',
		);
		expect(reportOf(rows).returnCost).toMatchObject({ n: 1, total: 90 });
	});

	it('stands with the reasons on the page', () => {
		const report = reportOf([...returned(60, 'goals'), ...returned(120, 'goals')]);
		const page = writeReportPage(report, { title: 'March', suggestions: [] }).replace(/\s+/g, ' ');
		expect(page).toContain(
			'2 returns have cost the sending teams 3 h of working time until the receiving team was asked again.',
		);
		expect(page).toContain('3 h<span class="sub">median of 2: too few</span>');
	});
});

it('gives by team what was left unanswered', () => {
	const rows = [
		...handoff('Mon 2026-03-02 09:00', 'ready, ask, silence 60', { receivingTeam: 'Support' }),
		...handoff('Mon 2026-03-02 09:00', 'ready, ask, accept 5'),
	];
	expect(reportOf(rows).unanswered).toMatchObject([
		{ team: 'Support', unanswered: { hits: 1, n: 1 } },
		{ team: 'Delivery', unanswered: { hits: 0, n: 1 } },
	]);
});
