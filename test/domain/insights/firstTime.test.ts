import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { handoffRows, utc } from './handoffRows';

const DAY = 24 * 60 * 60 * 1000;
const now = utc('Fri 2026-03-20 12:00');

const later = (at: string, days: number): string =>
	new Date(Date.parse(at) + days * DAY).toISOString();

/** The same look at the same record on later days, as a gate without a ledger writes it. */
const lookedAtDaily = (row: LedgerRow, days: number): LedgerRow[] =>
	Array.from({ length: days }, (_, index) => ({
		...row,
		at: later(row.at, index + 1),
		data: row.data.replace(
			/"from":"([^"]*)"/g,
			(_all, from: string) => `"from":"${later(from, index + 1)}"`,
		),
	}));

const withDigest = (row: LedgerRow): LedgerRow => ({
	...row,
	data: JSON.stringify({ ...JSON.parse(row.data), digest: 'as it was' }),
});

const twelve = (steps: string) =>
	Array.from({ length: 12 }, (_, index) =>
		handoffRows({ id: `H${index}`, began: 'Mon 2026-03-02 09:00' }, steps),
	).flat();

const report = (rows: readonly LedgerRow[]) =>
	buildReport(readRows(rows).rows, { timezone: 'UTC' }, now);

const isLook = ({ type }: LedgerRow) => type === 'handoff.evaluated';

describe('a second look at an unchanged record', () => {
	const asked = twelve('ready, ask, return 20 goals:scope').map((row) =>
		isLook(row) ? withDigest(row) : row,
	);

	it.each`
		kept                             | keep
		${'as a further row'}            | ${(rows: LedgerRow[]) => rows.flatMap((row) => (isLook(row) ? [row, ...lookedAtDaily(row, 14)] : [row]))}
		${'as further rows, at the end'} | ${(rows: LedgerRow[]) => [...rows, ...rows.filter(isLook).flatMap((row) => lookedAtDaily(row, 14))]}
		${'as further rows, in front'}   | ${(rows: LedgerRow[]) => [...rows.filter(isLook).flatMap((row) => lookedAtDaily(row, 14)), ...rows]}
		${'over the first'}              | ${(rows: LedgerRow[]) => rows.map((row) => (isLook(row) ? { ...row, at: later(row.at, 14) } : row))}
	`('leaves week, verdict and escapes as they were when it is kept $kept', ({ keep }) => {
		const { totals, byWeek } = report(keep(asked));
		expect(totals).toEqual(report(asked).totals);
		expect(totals.escapes).toMatchObject({ hits: 12, n: 12 });
		expect(byWeek.map(({ key }) => key)).toEqual(['2026-W10']);
	});

	it('does not say that somebody has had the ball only since then', () => {
		const rows = handoffRows({ id: 'H1', began: 'Mon 2026-03-02 09:00' }, 'not:amount').map(
			withDigest,
		);
		const told = [...rows, ...rows.flatMap((row) => lookedAtDaily(row, 14))];
		const since = '2026-03-02T09:00:00.000Z';
		expect(openHandoffs(readRows(told).rows, now)).toMatchObject([{ since }]);
		expect(openHandoffs(readRows(told.reverse()).rows, now)).toMatchObject([{ since }]);
	});
});

it('takes what was written last of a record that had changed, as of the first time', () => {
	const [first] = handoffRows({ id: 'H1', began: 'Mon 2026-03-02 09:00' }, 'not:amount');
	const [second] = handoffRows({ id: 'H1', began: 'Wed 2026-03-04 09:00' }, 'ready');
	const { rows } = readRows([first, second]);
	expect(rows).toMatchObject([{ at: utc('Mon 2026-03-02 09:00'), fields: [] }]);
});
