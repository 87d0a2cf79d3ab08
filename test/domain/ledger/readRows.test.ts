import type { LedgerEvent } from '../../../nodes/domain/ledger/ledgerEvent';
import { openData } from '../../../nodes/domain/ledger/openData';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { HOSTILE_TEXTS } from '../../support/hostileTexts';
import { fortnightRows, ledgerRow } from '../insights/handoffRows';

const kinds = (rows: unknown[]) =>
	Object.fromEntries(readRows(rows).problems.map(({ kind, count }) => [kind, count]));

const RETURNED = ledgerRow({
	type: 'handoff.returned',
	attempt: 2,
	fields: '["scope"]',
	reasons: '[{"code":"goals","label":"Goals","note":"","field":"scope"}]',
	senderMinutes: 12.5,
	receiverMinutes: 480,
	data: '{"round":1}',
});

const opened = (event: LedgerEvent | undefined) =>
	event?.type === 'handoff.returned' ? { ...event, data: openData(event).round } : undefined;
const [READ] = readRows([RETURNED]).rows;

describe('rows as a store hands them back', () => {
	const lowered = Object.fromEntries(
		Object.entries(RETURNED).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const snaked = Object.fromEntries(
		Object.entries(RETURNED).map(([name, value]) => [
			name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
			value,
		]),
	);
	it.each`
		store                               | row
		${'a Data Table, with its columns'} | ${{ ...RETURNED, id: 7, createdAt: '2026-03-02T10:00:00.000Z', updatedAt: '2026-03-02T10:00:00.000Z' }}
		${'a sheet, numbers as text'}       | ${{ ...RETURNED, attempt: '2', senderMinutes: '12,5', receiverMinutes: '480', row_number: 3 }}
		${'Postgres, names in lower case'}  | ${lowered}
		${'Postgres, names with _'}         | ${snaked}
		${'Postgres, a date'}               | ${{ ...RETURNED, at: new Date(RETURNED.at) }}
		${'Postgres, a time with zone'}     | ${{ ...RETURNED, at: '2026-03-02 10:00:00.000+01' }}
		${'Postgres, JSON columns'}         | ${{ ...RETURNED, fields: ['scope'], reasons: JSON.parse(RETURNED.reasons), data: { round: 1 } }}
		${'an export, nothing for empty'}   | ${{ ...RETURNED, actor: null, proof: null, recordUrl: null }}
	`('reads $store', ({ row }) => {
		const { rows, problems } = readRows([row]);
		expect({ rows: rows.map(opened), problems }).toEqual({ rows: [opened(READ)], problems: [] });
	});

	it('opens lists and objects, and gives the time as an instant', () => {
		expect(READ).toMatchObject({
			at: Date.UTC(2026, 2, 2, 9),
			attempt: 2,
			fields: ['scope'],
			reasons: [{ code: 'goals', label: 'Goals', note: '', field: 'scope' }],
			senderMinutes: 12.5,
		});
		expect(opened(READ)?.data).toBe(1);
	});
});

describe('rows with something wrong', () => {
	const { policyDigest, ...older } = RETURNED;
	it.each`
		trouble                        | row                                            | kind                | used
		${'nothing'}                   | ${null}                                        | ${'notARow'}        | ${false}
		${'a text'}                    | ${'row'}                                       | ${'notARow'}        | ${false}
		${'a list'}                    | ${[1]}                                         | ${'notARow'}        | ${false}
		${'no columns of ours'}        | ${{ a: 1 }}                                    | ${'unusable'}       | ${false}
		${'no event id'}               | ${{ ...RETURNED, eventId: '' }}                | ${'unusable'}       | ${false}
		${'no handoff'}                | ${{ ...RETURNED, handoffId: null }}            | ${'unusable'}       | ${false}
		${'no time'}                   | ${{ ...RETURNED, at: 'yesterday' }}            | ${'unusable'}       | ${false}
		${'a time without offset'}     | ${{ ...RETURNED, at: '2026-03-02T09:00:00' }}  | ${'unusable'}       | ${false}
		${'a time in seconds'}         | ${{ ...RETURNED, at: 1772442000 }}             | ${'unusable'}       | ${false}
		${'a type of a later version'} | ${{ ...RETURNED, type: 'handoff.delegated' }}  | ${'unknownType'}    | ${false}
		${'a column fewer'}            | ${older}                                       | ${'missingColumn'}  | ${true}
		${'an attempt in words'}       | ${{ ...RETURNED, attempt: 'second' }}          | ${'wrongType'}      | ${true}
		${'a negative time'}           | ${{ ...RETURNED, senderMinutes: -5 }}          | ${'wrongType'}      | ${true}
		${'an object for a text'}      | ${{ ...RETURNED, sendingTeam: { name: 'S' } }} | ${'wrongType'}      | ${true}
		${'broken JSON'}               | ${{ ...RETURNED, data: '{"round":' }}          | ${'unreadableList'} | ${true}
		${'a list that is none'}       | ${{ ...RETURNED, fields: '{"a":1}' }}          | ${'unreadableList'} | ${true}
		${'reasons without a code'}    | ${{ ...RETURNED, reasons: '[{"label":"x"}]' }} | ${'unreadableList'} | ${true}
		${'a turned text'}             | ${{ ...RETURNED, sendingTeam: 'Sa\u202eles' }} | ${'hostileText'}    | ${true}
		${'an endless text'}           | ${{ ...RETURNED, recordId: 'x'.repeat(1e6) }}  | ${'hostileText'}    | ${true}
	`('$trouble is counted as $kind', ({ row, kind, used }) => {
		const { rows, problems } = readRows([
			RETURNED,
			row && { ...row, eventId: row.eventId && 'e-2' },
		]);
		const [problem] = readRows([row]).problems;
		expect(problem).toMatchObject({ kind, count: 1, examples: [{ row: 1 }] });
		expect(problem?.meaning).not.toBe('');
		expect(problems.some((each) => each.kind === kind || each.kind === 'unusable')).toBe(true);
		expect(rows.length >= 1).toBe(true);
		expect(readRows([row]).rows).toHaveLength(used ? 1 : 0);
	});

	it('keeps of the same event the one written last, wherever it stands', () => {
		const newer = { ...RETURNED, actor: 'new', updatedAt: '2026-03-03T00:00:00Z' };
		const older2 = { ...RETURNED, actor: 'old', updatedAt: '2026-03-02T00:00:00Z' };
		for (const rows of [
			[newer, older2],
			[older2, newer],
		]) {
			expect(readRows(rows).rows.map(({ actor }) => actor)).toEqual(['new']);
			expect(kinds(rows)).toEqual({ duplicate: 1 });
		}
		const undated = [ledgerRow({ actor: 'first' }), ledgerRow({ actor: 'second' })];
		expect(readRows(undated).rows.map(({ actor }) => actor)).toEqual(['second']);
	});

	it('counts rows that stand after a later step of their handoff', () => {
		const rows = fortnightRows().filter(({ handoffId }) => handoffId === 'H1');
		expect(kinds(rows)).toEqual({});
		expect(kinds([...rows].reverse())).toEqual({ outOfOrder: 2 });
	});

	it('shows the first five of a kind and counts them all', () => {
		const rows = Array.from({ length: 9 }, (_, index) =>
			ledgerRow({ eventId: `e${index}`, type: 'handoff.accepted', data: 'x' }),
		);
		const [problem] = readRows(rows).problems;
		expect(problem?.count).toBe(9);
		expect(problem?.examples.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
	});

	it('does not repeat what people wrote', () => {
		const { problems } = readRows([ledgerRow({ reasons: 'private', data: 'dana@example.com' })]);
		expect(JSON.stringify(problems)).not.toMatch(/private|dana/);
	});

	it('reads on when a row throws', () => {
		const trap = Object.defineProperty({}, 'eventId', {
			enumerable: true,
			get: () => {
				throw new Error('trap');
			},
		});
		expect(readRows([trap, RETURNED])).toMatchObject({
			rows: [READ],
			problems: [{ kind: 'notARow' }],
		});
	});

	it.each(HOSTILE_TEXTS.map((text) => [text.slice(0, 40), text]))(
		'survives %j in every column',
		(_, text) => {
			for (const column of Object.keys(RETURNED)) {
				expect(() => readRows([{ ...RETURNED, [column]: text }])).not.toThrow();
			}
		},
	);
});
