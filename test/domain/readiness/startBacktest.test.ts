import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { readAsOf } from '../../../nodes/domain/readiness/asOf';
import { startBacktest } from '../../../nodes/domain/readiness/startBacktest';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { describeBacktest } from '../../../nodes/domain/readiness/describeBacktest';
import { dealPolicy, dealWith, MONDAY, readyDeal } from './dealPolicy';

const runBacktest = (records: readonly unknown[], compiled = dealPolicy) => {
	const backtest = startBacktest(compiled);
	for (const record of records) backtest.add(record, MONDAY);
	return backtest.report();
};

describe('startBacktest', () => {
	it('counts what would have passed, and what held the rest back, most frequent first', () => {
		const report = runBacktest([
			readyDeal,
			dealWith({ amount: 0 }),
			dealWith({ amount: 0, kickoff: null }),
			dealWith({ channel: null }),
		]);

		expect(report).toMatchObject({ records: 4, ready: 2, readyPercent: 50 });
		expect(
			report.gaps.map(({ requirementId, unmet, unmetPercent, alone }) => [
				requirementId,
				unmet,
				unmetPercent,
				alone,
			]),
		).toEqual([
			['amount', 2, 50, 1],
			['kickoff', 1, 25, 0],
			['slack', 1, 25, 0],
		]);
	});

	it('names a field that no record holds, and requirements that exclude each other', () => {
		const requirements = [
			{ id: 'a', label: 'Small', field: 'amount', check: { kind: 'number', max: 5 } },
			{ id: 'b', label: 'Large', field: 'amount', check: { kind: 'number', min: 6 } },
			{ id: 'c', label: 'Typo', field: 'amuont', check: { kind: 'present' } },
		];
		const policy = compilePolicy(parsePolicy({ id: 'p', record: { id: 'id' }, requirements }));

		expect(runBacktest([{ id: 1, amount: 5 }], policy).warnings).toEqual([
			'“Small” and “Large” can never both be met: amount would have to be two things at once',
			'No record holds the field amuont of “Typo”; did you mean “amount”?',
		]);
	});

	it('has an answer for no record at all', () => {
		expect(runBacktest([])).toMatchObject({ records: 0, readyPercent: 0, gaps: [], warnings: [] });
	});

	it('judges ten thousand deals in a few seconds', () => {
		const deals = Array.from({ length: 10_000 }, (_, index) => dealWith({ amount: index % 2 }));
		const started = performance.now();

		expect(runBacktest(deals)).toMatchObject({ records: 10_000, ready: 5000 });
		expect(performance.now() - started).toBeLessThan(5000);
	});

	it('tells its result in words', () => {
		const { subject, blocks } = describeBacktest(runBacktest([readyDeal, dealWith({ amount: 0 })]));

		expect(subject).toBe('Sales to delivery, version 3: 1 of 2 records would have passed');
		expect(JSON.stringify(blocks)).toContain('Amount: not met by 1 (50 %), the only blocker of 1');
	});

	it('says that records have no id, and which field is probably meant', () => {
		const report = runBacktest([{ ...readyDeal, id: undefined, ID: 'D-1' }]);

		expect(report).toMatchObject({ ready: 0, gaps: [{ requirementId: 'record.id', unmet: 1 }] });
		expect(report.warnings).toEqual([
			'No record holds the field id of the record id; did you mean “ID”?',
			'No record holds the field properties.po of “Purchase order”',
		]);
	});

	it('names a field of a condition that no record holds', () => {
		const when = { field: 'tierr', equals: 'Gold' };
		const requirements = [{ id: 'a', label: 'A', field: 'a', check: { kind: 'present' }, when }];
		const policy = compilePolicy(parsePolicy({ id: 'p', record: { id: 'id' }, requirements }));

		expect(runBacktest([{ id: 1, a: 1, tier: 'Gold' }], policy).warnings).toEqual([
			'No record holds the field tierr of the condition of “A”; did you mean “tier”?',
		]);
	});

	it.each`
		path         | closed          | day             | warning
		${''}        | ${'2026-02-02'} | ${'2026-03-02'} | ${undefined}
		${'closed'}  | ${'2026-02-02'} | ${'2026-02-02'} | ${undefined}
		${'closed'}  | ${46_055}       | ${'2026-02-02'} | ${undefined}
		${'closed'}  | ${'2/2/2026'}   | ${'2026-03-02'} | ${'1 of 1 records were judged as of today: closed is not a date there, such as “2/2/2026”'}
		${'closedd'} | ${'2026-02-02'} | ${'2026-03-02'} | ${'No record holds the field closedd of “As Of”; did you mean “closed”?'}
	`('judges a record closed on $closed as of $day by $path', ({ path, closed, day, warning }) => {
		const asOf = readAsOf(path, dealPolicy);
		const at = asOf.of({ id: 1, closed }, MONDAY);

		expect(new Date(at).toISOString().slice(0, 10)).toBe(day);
		expect(asOf.warnings()).toEqual(
			warning === undefined ? [] : [expect.stringContaining(warning)],
		);
	});
});
