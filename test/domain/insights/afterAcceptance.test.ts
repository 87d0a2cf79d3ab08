import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { buildTimeline } from '../../../nodes/domain/insights/timeline';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { handoffRows, utc } from './handoffRows';

const now = utc('Tue 2026-03-10 12:00');
const MONDAY = 'Mon 2026-03-02 09:00';

const rowsOf = (steps: string, id = 'H1') => handoffRows({ id, began: MONDAY }, steps);
const openOf = (steps: string) => openHandoffs(readRows(rowsOf(steps)).rows, now);
const tell = (steps: string) =>
	buildTimeline(readRows(rowsOf(steps)).rows, { handoffId: 'H1', now }, { timezone: 'UTC' });
const totalsOf = (rows: readonly LedgerRow[]) =>
	buildReport(readRows(rows).rows, { timezone: 'UTC' }, now).totals;

describe('a handoff that was accepted', () => {
	it.each`
		steps                                                                      | state         | team
		${'ready, ask, accept 5'}                                                  | ${undefined}  | ${''}
		${'ready, ask, accept 5, done'}                                            | ${undefined}  | ${''}
		${'ready, ask, accept 5, withdrawn'}                                       | ${undefined}  | ${''}
		${'ready, ask, accept 5, wait 60, replaced, fix 0, not:amount'}            | ${'notReady'} | ${'Sales'}
		${'ready, ask, accept 5, wait 60, replaced, fix 0, ready'}                 | ${'ready'}    | ${'Delivery'}
		${'ready, ask, accept 5, wait 60, replaced, fix 0, ready, ask'}            | ${'asked'}    | ${'Delivery'}
		${'ready, ask, accept 5, fix 60, not:amount, fix 5, ready, ask, accept 5'} | ${undefined}  | ${''}
		${'ready, ask, accept 5, wait 60, return 0 scope'}                         | ${'returned'} | ${'Sales'}
		${'ready, ask, accept 5, fix 60, not:amount, withdrawn'}                   | ${undefined}  | ${''}
		${'ready, ask, accept 5, done, fix 60, not:amount'}                        | ${undefined}  | ${''}
	`('is open again as $state with $team after: $steps', ({ steps, state, team }) => {
		const found = openOf(steps).map((open) => [open.state, open.team, open.acceptedAt]);
		expect(found).toEqual(state === undefined ? [] : [[state, team, '2026-03-02T09:05:00.000Z']]);
	});

	it.each`
		steps                                                           | standing
		${'ready, ask, accept 5'}                                       | ${'Accepted by Delivery on attempt 1.'}
		${'ready, ask, accept 5, done'}                                 | ${'Accepted by Delivery on attempt 1, and set up.'}
		${'ready, ask, accept 5, withdrawn'}                            | ${'It is not to be handed over to Delivery any more.'}
		${'ready, ask, withdrawn'}                                      | ${'It is not to be handed over to Delivery any more.'}
		${'ready, ask, accept 5, wait 60, replaced, fix 0, not:amount'} | ${'Sales has the ball for 194 h now. It had been accepted Mon 2 March 2026, 09:05 (UTC).'}
		${'ready, ask, accept 5, wait 60, return 0 scope'}              | ${'Sales has the ball for 194 h now. It had been accepted Mon 2 March 2026, 09:05 (UTC).'}
	`('stands in its timeline where it is after: $steps', ({ steps, standing }) => {
		expect(tell(steps)?.standing).toBe(standing);
	});

	it('tells in its timeline what came after the acceptance, as that', () => {
		const told = tell('ready, ask, accept 5, wait 60, return 0 scope, fix 30, not:amount');
		expect(told?.entries.map(({ said, details }) => [said, ...details])).toEqual([
			['The gate found it ready.'],
			['Delivery was asked to accept.', expect.stringContaining('Answer due')],
			['Delivery accepted.'],
			['Delivery returned it to Sales.', 'After it had been accepted', 'About scope'],
			['The gate found it not ready on attempt 2.', 'For Sales to fix: amount'],
		]);
	});
});

describe('the figures of handoffs that were accepted', () => {
	const accepted = (count: number, steps: string) =>
		Array.from({ length: count }, (_, index) => rowsOf(steps, `${steps} ${index}`)).flat();
	const plain = accepted(8, 'ready, ask, accept 30');

	it('count attempts and time up to the acceptance', () => {
		const back = accepted(4, 'ready, ask, accept 30, wait 60, fix 90, not:amount, fix 9, ready');
		const { attempts, senderMinutes, firstPass } = totalsOf([...plain, ...back]);
		expect(attempts).toEqual({ n: 12, median: 1, p90: 1 });
		expect(senderMinutes).toEqual({ n: 12, median: 0, p90: 0 });
		expect(firstPass).toMatchObject({ hits: 12, n: 12 });
	});

	it('count those that came back to the gate, and those that were returned late, as such', () => {
		const totals = totalsOf([
			...plain,
			...accepted(3, 'ready, ask, accept 30, wait 60, fix 0, not:amount'),
			...accepted(2, 'ready, ask, accept 30, wait 60, return 0 scope'),
			...accepted(1, 'ready, ask, accept 30, withdrawn'),
		]);
		expect(totals).toMatchObject({
			handoffs: 14,
			accepted: 14,
			returns: 0,
			returned: { hits: 0, n: 14 },
			backAfterAccepted: { hits: 3, n: 14 },
			returnedAfterAccepted: { hits: 2, n: 14 },
		});
	});

	it('say of how many the deal was closed only after the acceptance', () => {
		const closing = (count: number, closedAt: string) =>
			accepted(count, `ready, ask, accept ${count}`).map((row) =>
				row.type === 'handoff.evaluated'
					? { ...row, data: JSON.stringify({ ...JSON.parse(row.data), closedAt }) }
					: row,
			);
		const totals = totalsOf([
			...closing(10, '2026-03-02T08:00:00Z'),
			...closing(2, '2026-03-05T08:00:00Z'),
		]);
		expect(totals.closeToAcceptedMinutes).toEqual({ n: 10, median: 70, p90: 70 });
		expect(totals.acceptedBeforeClose).toMatchObject({ hits: 2, n: 12 });
	});

	it('take the close that was known when it was accepted, and not one of a later attempt', () => {
		const rows = accepted(12, 'ready, ask, accept 30, wait 60, fix 0, not:amount').map((row) => {
			const closedAt = row.attempt === 1 ? '2026-03-02T08:00:00Z' : '2026-03-05T08:00:00Z';
			return row.type === 'handoff.evaluated'
				? { ...row, data: JSON.stringify({ ...JSON.parse(row.data), closedAt }) }
				: row;
		});
		expect(totalsOf(rows).closeToAcceptedMinutes).toEqual({ n: 12, median: 90, p90: 90 });
	});
});
