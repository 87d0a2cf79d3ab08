import { buildReport } from '../../../nodes/domain/insights/buildReport';
import type { ReportOptions } from '../../../nodes/domain/insights/report';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { fortnightRows, handoffRows, ledgerRow, utc } from './handoffRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';

const NOW = utc('Tue 2026-03-10 12:00');

const report = (rows: unknown[], options: Partial<ReportOptions> = {}) => {
	const read = readRows(rows);
	return buildReport(read.rows, { timezone: 'UTC', problems: read.problems, ...options }, NOW);
};

const { totals, ...fortnight } = report(fortnightRows());

describe('the figures of a fortnight, counted by hand', () => {
	it('counts handoffs, submissions and returns', () => {
		expect(totals).toMatchObject({ handoffs: 14, accepted: 10, submissions: 16, returns: 4 });
	});

	it.each`
		figure                | hits  | n     | share     | why
		${'firstPass'}        | ${7}  | ${13} | ${0.5385} | ${'1 2 5 8 9 13 14 of all but 11, which is still open'}
		${'readyAtFirstLook'} | ${12} | ${14} | ${0.8571} | ${'all but 4 and 12'}
		${'returned'}         | ${4}  | ${15} | ${0.2667} | ${'3, twice 6, and 10 of all but the open 11'}
		${'unanswered'}       | ${1}  | ${15} | ${0.0667} | ${'7'}
		${'answeredInTime'}   | ${13} | ${16} | ${0.8125} | ${'all but 2 (90 min), 7 (silence) and 11 (overdue); 8 and 10 on the minute'}
		${'waived'}           | ${0}  | ${14} | ${0}      | ${'none'}
	`('$figure is $hits of $n: $why', ({ figure, hits, n, share }) => {
		expect(totals).toHaveProperty(figure, expect.objectContaining({ hits, n, share }));
	});

	it.each`
		figure               | n     | median  | p90
		${'attempts'}        | ${10} | ${1}    | ${2}
		${'receiverMinutes'} | ${10} | ${30}   | ${80}
		${'senderMinutes'}   | ${10} | ${0}    | ${50}
		${'answerMinutes'}   | ${14} | ${27.5} | ${60}
	`('$figure: half within $median, nine in ten within $p90', ({ figure, n, median, p90 }) => {
		expect(totals).toHaveProperty(figure, { n, median, p90 });
	});

	it.each`
		figure                      | n    | absent
		${'escapes'}                | ${4} | ${'tooFew'}
		${'clocksInTime'}           | ${0} | ${'notRecorded'}
		${'conflicts'}              | ${0} | ${'notRecorded'}
		${'closeToAcceptedMinutes'} | ${0} | ${'notRecorded'}
	`('gives no value for $figure, and says why: $absent', ({ figure, n, absent }) => {
		const value = Object.entries(totals).find(([name]) => name === figure)?.[1];
		expect(value).toMatchObject({ n, absent });
		expect(value).not.toHaveProperty('share');
		expect(value).not.toHaveProperty('median');
	});

	it('puts a handoff into the ISO week in which it began', () => {
		const weeks = fortnight.byWeek.map(({ key, measures: { handoffs, firstPass } }) => [
			key,
			handoffs,
			firstPass.hits,
			firstPass.n,
			firstPass.absent,
		]);
		expect(weeks).toEqual([
			['2026-W10', 10, 5, 10, undefined],
			['2026-W11', 4, 2, 3, 'tooFew'],
		]);
	});

	it('tells for each field how often the gate stopped it and how often it came back all the same', () => {
		expect(
			fortnight.fields.map(({ field, notMet, returns, escapes }) => [
				field,
				notMet.hits,
				notMet.n,
				returns,
				escapes.hits,
				escapes.n,
			]),
		).toEqual([
			['scope', 0, 14, 2, 2, 15],
			['start', 0, 14, 1, 1, 15],
			['amount', 2, 14, 0, 0, 15],
		]);
	});

	it('tells for each reason how often it was given, about which fields, and how often the gate had passed', () => {
		expect(fortnight.reasons).toEqual([
			expect.objectContaining({ code: 'date', escapes: 2, fields: ['start'] }),
			expect.objectContaining({
				code: 'goals',
				label: 'About goals',
				returns: { hits: 2, n: 4, absent: 'tooFew' },
				escapes: 2,
				fields: ['scope'],
			}),
		]);
	});

	it('names no people, and repeats no notes', () => {
		expect(JSON.stringify(fortnight)).not.toMatch(/dana|as told/);
	});

	it('names people when it may, under the same rule of ten', () => {
		expect(report(fortnightRows(), { people: true }).people).toEqual([
			{
				person: 'dana@example.com',
				decisions: 14,
				returned: expect.objectContaining({ hits: 4, n: 14 }),
				answeredInTime: expect.objectContaining({ hits: 13, n: 14 }),
			},
		]);
	});

	it('is the same whatever the order of the rows', () => {
		const { rows: turned, ...backwards } = report(fortnightRows().reverse());
		const { rows, ...forwards } = report(fortnightRows());
		expect(backwards).toEqual(forwards);
		expect(turned.counted).toBe(rows.counted);
	});

	it('leaves out handoffs that began before the period', () => {
		const { totals: second } = report(fortnightRows(), { since: utc('Mon 2026-03-09 00:00') });
		expect(second).toMatchObject({ handoffs: 4, accepted: 2, returns: 0 });
	});
});

describe('what the rows may tell besides', () => {
	const withData = (data: object, count = 12) =>
		Array.from({ length: count }, (_, index) => {
			const [look, ...others] = handoffRows(
				{ id: `H${index}`, began: 'Mon 2026-03-02 09:00' },
				'ready, ask, accept 30',
			);
			return [{ ...look, data: JSON.stringify({ ready: true, ...data }) }, ...others];
		}).flat();

	it('measures from the close of the deal to the acceptance', () => {
		const { closeToAcceptedMinutes } = report(
			withData({ closedAt: '2026-03-02T08:00:00Z' }),
		).totals;
		expect(closeToAcceptedMinutes).toEqual({ n: 12, median: 90, p90: 90 });
	});

	it('counts handoffs whose sources contradict each other', () => {
		// The same three handoffs again: what is written last counts.
		const rows = [...withData({ conflicts: [] }, 12), ...withData({ conflicts: ['amount'] }, 3)];
		expect(report(rows).totals.conflicts).toMatchObject({ hits: 3, n: 12, share: 0.25 });
	});

	it('counts a clock once as breached, whoever noticed and whatever came after', () => {
		const clock = (id: string, type: 'sla.met' | 'sla.breached') => ({
			...handoffRows({ id, began: 'Mon 2026-03-02 09:00' }, 'ready')[0],
			eventId: `${id}-${type}`,
			type,
			data: JSON.stringify({ clock: 'fix', startedAt: '2026-03-02T09:00:00Z' }),
		});
		const met = Array.from({ length: 9 }, (_, index) => clock(`M${index}`, 'sla.met'));
		const rows = [...met, clock('B', 'sla.breached'), clock('B', 'sla.met')];
		expect(report(rows).totals.clocksInTime).toMatchObject({ hits: 9, n: 10, share: 0.9 });
	});

	it('counts one promise for an attempt that was asked about twice', () => {
		const rows = handoffRows(
			{ id: 'H1', began: 'Mon 2026-03-02 09:00' },
			'ready, ask, silence 120, ask, accept 5',
		);
		const { submissions, answeredInTime, unanswered } = report(rows).totals;
		expect([submissions, answeredInTime.hits, answeredInTime.n, unanswered.hits]).toEqual([
			1, 0, 1, 0,
		]);
	});

	it('does not take a handoff whose first attempt is not in the rows for a first pass', () => {
		const rows = handoffRows(
			{ id: 'H1', began: 'Mon 2026-03-02 09:00' },
			'not:amount, fix 10, ready, ask, accept 5',
		);
		expect(report(rows.slice(1)).totals.firstPass.n).toBe(0);
	});
});

describe('requirements of the policy at hand', () => {
	const policy = parsePolicy({
		id: 'kick-off',
		version: '1',
		record: { id: 'id' },
		requirements: [
			{ id: 'amount', label: 'Budget', field: 'amount', check: { kind: 'present' } },
			{ id: 'scope', label: 'Scope', field: 'scope', check: { kind: 'present' } },
			{ id: 'fax', label: 'Fax', field: 'fax', check: { kind: 'present' } },
			{
				id: 'vat',
				label: 'VAT',
				field: 'vat',
				check: { kind: 'present' },
				when: { field: 'country', equals: 'DE' },
			},
		],
	});
	const many = Array.from({ length: 40 }, (_, index) =>
		handoffRows(
			{ id: `H${index}`, began: 'Mon 2026-03-02 09:00' },
			index < 4
				? 'not:amount, fix 5, ready, ask, accept 5'
				: index < 9
					? 'ready, ask, return 5 goals:scope'
					: 'ready, ask, accept 5',
		),
	).flat();

	it('calls dead what was never unmet, never waived and never returned', () => {
		const { requirements } = report(many, { policies: [policy] });
		expect(
			requirements.map(({ requirementId, n, notMet, waived, returned, dead }) => [
				requirementId,
				n,
				notMet,
				waived,
				returned,
				dead,
			]),
		).toEqual([
			['amount', 40, 4, 0, 0, false],
			['scope', 40, 0, 0, 5, false],
			['fax', 40, 0, 0, 0, true],
			['vat', 0, 0, 0, 0, false],
		]);
	});

	it('counts a conditional requirement where the row says that it applied', () => {
		const told = many.map((row, index) => ({
			...row,
			data: JSON.stringify({ ...JSON.parse(row.data), checked: index % 2 ? ['vat'] : [] }),
		}));
		const vat = report(told, { policies: [policy] }).requirements.at(-1);
		expect(vat?.n).toBeGreaterThan(0);
		expect(vat?.n).toBeLessThan(40);
	});

	it('counts what was asked for and answered about exceptions from each requirement', () => {
		const about = (type: LedgerRow['type'], place: number, data = {}) =>
			ledgerRow({
				...{ type, eventId: `${type} ${place}`, handoffId: `H${place % 3}` },
				data: JSON.stringify({ requirementId: place === 9 ? 'fax' : 'amount', ...data }),
			});
		const rows = [
			...many,
			...[1, 2, 3, 9].map((place) => about('waiver.asked', place)),
			...[1, 2].map((place) => about('requirement.waived', place)),
			about('requirement.waived', 3, { extends: true }),
			about('waiver.refused', 9),
			about('waiver.expired', 1),
			about('waiver.revoked', 2),
		];
		const { requirements } = report(rows, { policies: [policy] });

		expect(
			requirements.map(({ requirementId, exceptions }) => [requirementId, exceptions]),
		).toEqual([
			['amount', { asked: 3, granted: 3, extended: 1, refused: 0, expired: 1 }],
			['scope', { asked: 0, granted: 0, extended: 0, refused: 0, expired: 0 }],
			['fax', { asked: 1, granted: 0, extended: 0, refused: 1, expired: 0 }],
			['vat', { asked: 0, granted: 0, extended: 0, refused: 0, expired: 0 }],
		]);
	});

	it('does not mix versions of a policy', () => {
		const other = parsePolicy({ ...policy, version: '2' });
		const { requirements } = report(many, { policies: [other] });
		expect(requirements.every(({ n, dead }) => n === 0 && !dead)).toBe(true);
	});
});

it('gives an empty report for an empty ledger', () => {
	const empty = report([]);
	expect(empty.period).toBeUndefined();
	expect(empty.totals).toMatchObject({
		handoffs: 0,
		firstPass: { hits: 0, n: 0, absent: 'tooFew' },
	});
});
