import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { formatChanges } from '../../../nodes/domain/insights/change/formatChanges';
import { writeReportPage } from '../../../nodes/domain/insights/page/reportPage';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { Policy } from '../../../nodes/domain/policy/policy';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { seedRandom, type SeededRandom } from '../../scale/seededRandom';
import { handoffRows, utc } from './handoffRows';
import { POLICY } from './suggest';

const DAY = 24 * 60 * 60 * 1000;
const now = utc('Mon 2026-06-01 09:00');
/** The Monday of the first of the weeks that are made up. */
const FIRST = utc('Mon 2026-03-02 09:00');

let made = 0;
/** So many handoffs in one week, spread over its working days unless a day is named (0 is Monday). */
const week = (
	number: number,
	count: number,
	steps: string,
	{ day, ...different }: Partial<LedgerRow> & { day?: number } = {},
) =>
	Array.from({ length: count }, () => {
		made += 1;
		const at = new Date(FIRST + (number * 7 + (day ?? (made + number) % 5)) * DAY);
		const weekday = at.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
		const began = `${weekday} ${at.toISOString().slice(0, 10)} 09:00`;
		return handoffRows({ id: `H${made}`, began, ...different }, steps);
	}).flat();

const WELL = 'ready, ask, accept 5';
const BACK = 'ready, ask, return 5 goals:scope';

const weeks = (numbers: readonly number[], make: (number: number) => LedgerRow[]) =>
	numbers.flatMap(make);
const range = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => from + index);

const reportOf = (
	rows: readonly LedgerRow[],
	{ since, policies = [] }: { since?: number; policies?: readonly Policy[] } = {},
) =>
	buildReport(
		readRows(rows).rows,
		{ timezone: 'UTC', policies, ...(since !== undefined && { since }) },
		now,
	);
const told = (rows: readonly LedgerRow[], policies: readonly Policy[] = []) =>
	formatChanges(reportOf(rows, { policies }).changes, 'UTC');

describe('a new version of a policy', () => {
	const version = (policyVersion: string, numbers: number[], [well, back]: [number, number]) =>
		weeks(numbers, (number) => [
			...week(number, well, WELL, { policyVersion }),
			...week(number, back, BACK, { policyVersion }),
		]);

	it.each`
		before      | after       | effect
		${[20, 0]}  | ${[10, 10]} | ${'madeWorse'}
		${[10, 10]} | ${[20, 0]}  | ${'helped'}
		${[10, 10]} | ${[11, 9]}  | ${'unclear'}
		${[1, 1]}   | ${[2, 0]}   | ${'tooFew'}
	`(
		'is told to have $effect, from $before to $after accepted and returned',
		({ before, after, effect }) => {
			const rows = [...version('1', [4, 5], before), ...version('2', [6, 7], after)];
			expect(reportOf(rows).changes.versions).toMatchObject([
				{
					policyId: 'kick-off',
					earlier: '1',
					version: '2',
					effect,
				},
			]);
		},
	);

	it('is told with n and interval, before and after', () => {
		const rows = [...version('1', [4, 5], [20, 0]), ...version('2', [6, 7], [10, 10])];
		const [change] = told(rows);
		expect(change).toEqual({
			title: 'Version 2 of kick-off, since 13 April 2026',
			text: 'It made things worse. Accepted at the first attempt: 50 % (20 of 40; 35 to 65 %); before: 100 % (40 of 40; 91 to 100 %). Returned: 50 % (20 of 40; 35 to 65 %); before: 0 % (0 of 40; 0 to 9 %).',
		});
		const page = writeReportPage(reportOf(rows), { title: 'T', suggestions: [] });
		expect(page).toContain('<h2 id="changed">What changed</h2>');
		expect(page).toContain('Version 2 of kick-off, since 13 April 2026');
	});

	it('is mixed where fewer pass at once and fewer come back', () => {
		const rows = [
			...version('1', [4, 5], [14, 6]),
			...weeks([6, 7], (number) => [
				...week(number, 6, WELL, { policyVersion: '2' }),
				...week(number, 14, 'not:scope, fix 5, ready, ask, accept 5', { policyVersion: '2' }),
			]),
		];
		expect(reportOf(rows).changes.versions).toMatchObject([{ effect: 'mixed' }]);
	});

	it('is held against the quarter before, and takes the handoffs that it judged first', () => {
		const rows = [
			...weeks([0], (number) => week(number - 20, 40, BACK, { policyVersion: '1' })),
			...version('1', [10], [20, 0]),
			...version('2', [11], [20, 0]),
			...handoffRows(
				{ id: 'over', began: 'Fri 2026-05-15 09:00' },
				'not:amount, fix 10, ready, ask, accept 5',
			).map((row) => (row.attempt === 2 ? { ...row, policyVersion: '2' } : row)),
		];
		const [change] = reportOf(rows).changes.versions;
		expect(change?.figures[0]).toMatchObject({
			before: { hits: 20, n: 21 },
			after: { hits: 20, n: 20 },
		});
	});

	it('is told only when it came within the period, with what was before it', () => {
		const rows = [
			...version('1', [2, 3], [20, 0]),
			...version('2', [4, 5], [20, 0]),
			...version('3', [8, 9], [10, 10]),
		];
		const { versions } = reportOf(rows, { since: FIRST + 8 * 7 * DAY }).changes;
		expect(versions).toMatchObject([
			{ version: '3', earlier: '2', effect: 'madeWorse', figures: [{ before: { n: 40 } }, {}] },
		]);
	});
});

describe('the period before', () => {
	const rows = [
		...weeks(range(5, 9), (number) => [...week(number, 9, WELL), ...week(number, 1, BACK)]),
		...weeks(range(9, 13), (number) => [...week(number, 5, WELL), ...week(number, 5, BACK)]),
	];
	const since = now - 4 * 7 * DAY;

	it('is just as long, and stands beside the headline figures', () => {
		const { before, totals } = reportOf(rows, { since });
		expect(totals.firstPass).toMatchObject({ hits: 20, n: 40 });
		expect(before).toMatchObject({
			from: '2026-04-06T09:00:00.000Z',
			to: '2026-05-04T09:00:00.000Z',
			totals: { handoffs: 40, firstPass: { hits: 36, n: 40 } },
			figures: expect.arrayContaining([
				expect.objectContaining({ figure: 'firstPass', turned: 'worse' }),
			]),
		});
		const page = writeReportPage(reportOf(rows, { since }), { title: 'T', suggestions: [] });
		expect(page).toContain('90 % (36 of 40) in the period before: worse now, hardly by chance');
		expect(page).toContain('0 % (0 of 40) in the period before<');
	});

	it('is not there in a report of all rows, nor where nothing began in it', () => {
		expect(reportOf(rows, { since: FIRST })).not.toHaveProperty('before');
		expect(reportOf(rows)).not.toHaveProperty('before');
		const page = writeReportPage(reportOf(rows), { title: 'T', suggestions: [] });
		expect(page).not.toContain('in the period before');
	});

	it('gives no share of fewer than ten', () => {
		const few = rows.filter(({ at }) => Date.parse(at) >= since - DAY * 4);
		const page = writeReportPage(reportOf(few, { since }), { title: 'T', suggestions: [] });
		expect(page).toMatch(/too few \(\d+ of \d\) in the period before/);
	});
});

describe('over the weeks', () => {
	const shares = (ofWeek: (number: number) => number) =>
		weeks(range(0, 12), (number) => {
			const back = Math.round(20 * ofWeek(number));
			return [...week(number, 20 - back, WELL), ...week(number, back, BACK)];
		});

	it('a jump is told with its week', () => {
		const rows = shares((number) => (number < 8 ? 0.1 : 0.5));
		expect(told(rows).map(({ title }) => title)).toEqual([
			'Fewer are accepted at the first attempt since the week of 27 Apr',
			'More are returned since the week of 27 Apr',
		]);
		expect(told(rows)[1]?.text).toBe(
			'Since the week of 27 Apr: 50 % (40 of 80; 39 to 61 %); before: 10 % (16 of 160; 6 to 16 %).',
		);
	});

	it('a trend is told as one', () => {
		const rows = shares((number) => 0.05 + number * 0.05);
		expect(told(rows).map(({ title }) => title)).toEqual([
			'From week to week fewer are accepted at the first attempt',
			'From week to week more are returned',
		]);
	});

	it('nothing is told of what stays as it is, and that is said', () => {
		const rows = shares(() => 0.1);
		expect(told(rows)).toEqual([]);
		expect(writeReportPage(reportOf(rows), { title: 'T', suggestions: [] })).toContain(
			'what differs from week to week or from day to day may be chance',
		);
	});
});

describe('the day of the week', () => {
	const CAPACITY = 'ready, ask, return 5 capacity';
	const rows = weeks(range(0, 12), (number) => [
		...[0, 1, 2, 3].flatMap((day) => week(number, 2, WELL, { day })),
		...week(number, 1, WELL, { day: 4 }),
		...week(number, 1, CAPACITY, { day: 4 }),
	]);

	it('is told of a reason that comes on Fridays only', () => {
		expect(told(rows)).toContainEqual({
			title: 'On Fridays more are returned for “About capacity”',
			text: 'Of what was asked about on Fridays under kick-off: 50 % (12 of 24; 31 to 69 %); on other days: 0 % (0 of 96; 0 to 4 %).',
		});
	});

	it('is that of the time zone of the report', () => {
		const late = rows.map((row) => ({ ...row, at: row.at.replace('T09', 'T22') }));
		const { changes } = buildReport(readRows(late).rows, { timezone: 'Asia/Tokyo' }, now);
		expect(changes.weekdays.map(({ weekday }) => weekday)).toEqual([6]);
	});
});

describe('advice that was followed', () => {
	const before = weeks([2, 3, 4], (number) => [
		...week(number, 14, WELL),
		...week(number, 6, BACK),
	]);
	const after = (back: number, stopped: number) =>
		weeks([5, 6, 7], (number) => [
			...week(number, 20 - back - stopped, WELL, { policyVersion: '2' }),
			...week(number, back, BACK, { policyVersion: '2' }),
			...week(number, stopped, 'not:scope, fix 5, ready, ask, accept 5', { policyVersion: '2' }),
		]);

	it('is told with what it did to the field', () => {
		const rows = [...before, ...after(0, 6)];
		expect(reportOf(rows).changes.followed).toMatchObject([
			{
				...{ policyId: 'kick-off', field: 'scope', version: '2', effect: 'helped' },
				notMet: { before: { hits: 0, n: 60 }, after: { hits: 18, n: 60 } },
				figures: [{ before: { hits: 18, n: 60 }, after: { hits: 0, n: 60 }, turned: 'better' }],
			},
		]);
		expect(told(rows)[0]).toEqual({
			title:
				'Advice followed: the gate asks more of scope since version 2 of kick-off (6 April 2026)',
			text: 'It helped. Returned for it although the gate had passed it: 0 % (0 of 60; 0 to 6 %); before: 30 % (18 of 60; 20 to 43 %).',
		});
	});

	it('is told when it did not help', () => {
		const rows = [...before, ...after(5, 6)];
		expect(reportOf(rows).changes.followed).toMatchObject([{ effect: 'unclear' }]);
	});

	it('is not told where the gate asks no more than before, or nothing was advised', () => {
		expect(reportOf([...before, ...after(0, 0)]).changes.followed).toEqual([]);
		const fine = weeks([2, 3, 4], (number) => week(number, 20, WELL));
		expect(reportOf([...fine, ...after(0, 6)]).changes.followed).toEqual([]);
	});

	it('is told of a requirement that was not asked before, also when all meet it', () => {
		const policy = parsePolicy({ ...POLICY, version: '2' });
		const asks = (checked: string[]) => (row: LedgerRow) =>
			row.type === 'handoff.evaluated'
				? { ...row, data: JSON.stringify({ ...JSON.parse(row.data), checked }) }
				: row;
		const rows = [...before.map(asks(['amount'])), ...after(0, 0).map(asks(['amount', 'scope']))];
		const { followed } = reportOf(rows, { policies: [policy] }).changes;
		expect(followed).toMatchObject([{ field: 'scope', effect: 'helped' }]);
	});
});

describe('over drawn ledgers in which nothing changes', () => {
	const draw = (random: SeededRandom): LedgerRow[] =>
		weeks(range(0, 12), (number) =>
			range(0, 12).flatMap(() => {
				const policyVersion = number < 6 ? '1' : '2';
				const drawn = random.below(1);
				const steps =
					drawn < 0.1
						? 'ready, ask, return 5 goals:scope'
						: drawn < 0.2
							? 'ready, ask, return 5 capacity'
							: drawn < 0.3
								? 'ready, ask, silence 90'
								: WELL;
				return week(number, 1, steps, { policyVersion, day: Math.floor(random.below(5)) });
			}),
		);

	it('hardly any report says that something did', () => {
		const random = seedRandom(20);
		const reports = 40;
		const kinds = { versions: 0, trends: 0, weekdays: 0 };
		for (let count = 0; count < reports; count += 1) {
			const { versions, trends, weekdays } = reportOf(draw(random)).changes;
			if (versions.some(({ effect }) => effect !== 'unclear')) kinds.versions += 1;
			if (trends.length > 0) kinds.trends += 1;
			if (weekdays.length > 0) kinds.weekdays += 1;
		}
		for (const wrong of Object.values(kinds)) expect(wrong).toBeLessThanOrEqual(reports * 0.05);
	});
});
