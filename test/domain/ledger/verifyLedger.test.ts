import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { sealRow } from '../../../nodes/domain/ledger/seal';
import { describeLedgerCheck } from '../../../nodes/domain/ledger/describeLedgerCheck';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { verifyLedger } from '../../../nodes/domain/ledger/verifyLedger';
import { fortnightRows, ledgerRow } from '../insights/handoffRows';

const KEY = 'k'.repeat(32);
const OLD_KEY = 'o'.repeat(32);
const STRANGE_KEY = 's'.repeat(32);

/** Seals each handoff's rows in their order, as the nodes do along the envelope. */
function sealAll(rows: readonly LedgerRow[], keyOf: (index: number) => string = () => KEY) {
	const seals = new Map<string, string>();
	return rows.map((row, index) => {
		const sealed = sealRow(row, seals.get(row.handoffId) ?? '', keyOf(index));
		seals.set(row.handoffId, sealed.seal);
		return sealed;
	});
}

const LEDGER = sealAll(fortnightRows());
/** Handoff H3: evaluated, requested, returned, evaluated, requested, accepted. */
const H3 = LEDGER.filter(({ handoffId }) => handoffId === 'H3');

const without = (index: number) => H3.filter((_, place) => place !== index);
const changed = (index: number, change: Partial<LedgerRow>) =>
	H3.map((row, place) => (place === index ? { ...row, ...change } : row));
const swapped = (left: number, right: number) =>
	H3.map((row, place) => H3[place === left ? right : place === right ? left : place] ?? row);

describe('verifyLedger', () => {
	it('finds a sealed ledger intact', () => {
		expect(verifyLedger(LEDGER, { key: KEY })).toEqual({
			intact: true,
			rows: LEDGER.length,
			handoffs: 14,
			sealed: LEDGER.length,
			unsealed: 0,
			duplicates: 0,
			underPreviousKey: 0,
			parallel: 0,
			findings: [],
		});
	});

	it.each`
		tampering                                 | rows                                                                                                     | kind           | eventId
		${'the minutes changed'}                  | ${changed(2, { receiverMinutes: 5 })}                                                                    | ${'altered'}   | ${'H3-3'}
		${'the type changed'}                     | ${changed(2, { type: 'handoff.accepted' })}                                                              | ${'altered'}   | ${'H3-3'}
		${'a seal of another row put in'}         | ${changed(2, { seal: H3[1]?.seal ?? '' })}                                                               | ${'altered'}   | ${'H3-3'}
		${'the link changed'}                     | ${changed(4, { previousSeal: H3[1]?.seal ?? '' })}                                                       | ${'altered'}   | ${'H3-5'}
		${'a row in the middle taken away'}       | ${without(2)}                                                                                            | ${'missing'}   | ${'H3-4'}
		${'the first row taken away'}             | ${without(0)}                                                                                            | ${'missing'}   | ${'H3-2'}
		${'two rows swapped'}                     | ${swapped(1, 2)}                                                                                         | ${'reordered'} | ${'H3-3'}
		${'a row without a seal put in'}          | ${[...H3, ledgerRow({ handoffId: 'H3', eventId: 'x', at: '2026-03-04T09:00:00Z' })]}                     | ${'unsealed'}  | ${'x'}
		${'a row sealed by somebody else put in'} | ${[...H3, sealRow(ledgerRow({ handoffId: 'H3', eventId: 'x' }), H3[5]?.seal ?? '', STRANGE_KEY)]}        | ${'foreign'}   | ${'x'}
		${'a row of another handoff put in'}      | ${[...H3, { ...LEDGER[0], handoffId: 'H3' }]}                                                            | ${'altered'}   | ${'H1-1'}
		${'a link to a row of another handoff'}   | ${[LEDGER[0], ...H3, sealRow(ledgerRow({ handoffId: 'H3', eventId: 'x' }), LEDGER[0]?.seal ?? '', KEY)]} | ${'missing'}   | ${'x'}
		${'a seal cut off'}                       | ${changed(2, { seal: '' })}                                                                              | ${'unsealed'}  | ${'H3-3'}
	`('names the first row that does not hold: $tampering', ({ rows, kind, eventId }) => {
		const check = verifyLedger(rows, { key: KEY });
		expect(check.intact).toBe(false);
		expect(check.findings).toEqual([expect.objectContaining({ handoffId: 'H3', kind, eventId })]);
	});

	it('names one row for each handoff that does not hold', () => {
		const rows = LEDGER.map((row) =>
			row.type === 'handoff.requested' ? { ...row, actor: 'me' } : row,
		);
		const { findings } = verifyLedger(rows, { key: KEY });
		expect(findings).toHaveLength(13);
		expect(new Set(findings.map(({ handoffId }) => handoffId)).size).toBe(13);
	});

	describe('of a ledger whose first five rows are from before sealing began', () => {
		const rows = [...fortnightRows().slice(0, 5), ...sealAll(fortnightRows().slice(5))];

		it('counts them, and finds no fault, when it is told when that was', () => {
			const sealedFrom = Date.parse(rows[5]?.at ?? '');
			const check = verifyLedger(rows, { key: KEY }, { sealedFrom });

			expect(check).toMatchObject({ intact: true, unsealed: 5 });
			expect(describeLedgerCheck(check).subject).toBe(
				`${rows.length - 5} sealed rows hold; nothing vouches for 5 from before sealing began`,
			);
		});

		it('names them otherwise, and says how to tell when that was', () => {
			const check = verifyLedger(rows, { key: KEY });

			expect(check.findings[0]).toMatchObject({ kind: 'unsealed', row: 1 });
			expect(JSON.stringify(describeLedgerCheck(check))).toContain('Sealed From');
		});
	});

	it('counts a sealed row that is there twice, and finds no fault', () => {
		expect(verifyLedger([...LEDGER, LEDGER[7]], { key: KEY })).toMatchObject({
			intact: true,
			duplicates: 1,
		});
	});

	it.each([
		['rows of which none is sealed', fortnightRows()],
		['no rows at all', []],
	])('does not vouch for %s', (_, rows) => {
		expect(verifyLedger(rows, { key: KEY })).toMatchObject({ intact: false, sealed: 0 });
	});

	it('knows rows sealed before the key was changed, as long as the key before is given', () => {
		const rows = sealAll(fortnightRows(), (index) => (index < 20 ? OLD_KEY : KEY));
		expect(verifyLedger(rows, { key: KEY, previousKey: OLD_KEY })).toMatchObject({
			intact: true,
			underPreviousKey: 20,
		});
		expect(verifyLedger(rows, { key: KEY }).findings[0]).toMatchObject({ kind: 'foreign', row: 1 });
	});

	it.each`
		store                        | change
		${'numbers as text'}         | ${(row: LedgerRow) => ({ ...row, attempt: String(row.attempt), receiverMinutes: String(row.receiverMinutes) })}
		${'times as dates'}          | ${(row: LedgerRow) => ({ ...row, at: new Date(row.at) })}
		${'times in another offset'} | ${(row: LedgerRow) => ({ ...row, at: row.at.replace(/T(\d\d)(.*)Z/, (_, hour, rest) => `T${String(Number(hour) + 1).padStart(2, '0')}${rest}+01:00`) })}
		${'names in lower case'}     | ${(row: LedgerRow) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]))}
		${'nothing for empty'}       | ${(row: LedgerRow) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value]))}
		${'columns of its own'}      | ${(row: LedgerRow) => ({ id: 9, createdAt: '2026-03-02', ...row })}
	`('holds whatever form the store gives: $store', ({ change }) => {
		expect(verifyLedger(LEDGER.map(change), { key: KEY }).intact).toBe(true);
	});

	it('lets executions of different handoffs seal at the same time', () => {
		const byHandoff = [...new Set(LEDGER.map(({ handoffId }) => handoffId))];
		const interleaved = Array.from({ length: 12 }, (_, step) =>
			byHandoff.flatMap((id) => LEDGER.filter((row) => row.handoffId === id)[step] ?? []),
		).flat();
		expect(interleaved).toHaveLength(LEDGER.length);
		expect(verifyLedger(interleaved, { key: KEY }).intact).toBe(true);
	});

	it('counts rows of one handoff that were written at the same time, without calling them wrong', () => {
		const reminded = ledgerRow({ handoffId: 'H3', eventId: 'r', type: 'handoff.reminded' });
		const rows = [...H3, sealRow(reminded, H3[1]?.seal ?? '', KEY)];
		expect(verifyLedger(rows, { key: KEY })).toMatchObject({ intact: true, parallel: 1 });
	});

	describe('of a step that was repeated, so that its row was written again', () => {
		const again = (index: number, after: number) =>
			sealRow(
				{ ...(H3[index] ?? ledgerRow()), at: '2026-03-03T09:00:30Z', recordUrl: 'again' },
				H3[after]?.seal ?? '',
				KEY,
			);
		const rewritten = (index: number, after: number) =>
			H3.map((row, place) => (place === index ? again(index, after) : row));

		it.each`
			row                                       | rows
			${'that others follow'}                   | ${rewritten(1, 0)}
			${'that was the last'}                    | ${rewritten(5, 5)}
			${'that others follow, by a later run'}   | ${rewritten(1, 5)}
			${'and goes on from there'}               | ${[...rewritten(1, 5), sealRow(ledgerRow({ handoffId: 'H3', eventId: 'x' }), again(1, 5).seal, KEY)]}
			${'and goes on from the earlier version'} | ${[...rewritten(5, 4), sealRow(ledgerRow({ handoffId: 'H3', eventId: 'x' }), H3[5]?.seal ?? '', KEY)]}
		`('holds: a row $row', ({ rows }) => {
			expect(verifyLedger(rows, { key: KEY }).findings).toEqual([]);
		});

		it('holds when the store says that it was written last', () => {
			const rows = rewritten(4, 5).map((row, place) => ({
				...row,
				updatedAt: new Date(Date.UTC(2026, 2, 4, 9, place === 4 ? 30 : place)).toISOString(),
			}));
			expect(verifyLedger(rows, { key: KEY }).findings).toEqual([]);
		});

		it('does not let a copy of the earlier version take the place of the later one', () => {
			const rows = [...H3, again(1, 5), H3[1]];

			expect(verifyLedger(rows, { key: KEY }).findings).toMatchObject([
				{ kind: 'repeated', row: 8 },
			]);
			// As of the first time.
			const at = Date.parse(H3[1]?.at ?? '');
			expect(readRows(rows).rows[1]).toMatchObject({ recordUrl: 'again', at });
		});

		it('still misses the row when it is taken away', () => {
			const rows = rewritten(1, 0).filter((_, place) => place !== 1);
			expect(verifyLedger(rows, { key: KEY }).findings).toMatchObject([{ kind: 'missing' }]);
		});
	});

	it.each([[null], ['row'], [[]], [{}], [{ seal: 7 }], [{ seal: 'x', at: 'never' }]])(
		'looks at %j without falling over',
		(row) => {
			expect(verifyLedger([...LEDGER, row], { key: KEY }).intact).toBe(false);
		},
	);

	it('refuses a key that could be guessed', () => {
		expect(() => verifyLedger(LEDGER, { key: 'secret' })).toThrow('too few to protect');
		expect(() => sealRow(ledgerRow(), '', 'secret')).toThrow('too few to protect');
	});
});

/** A small generator (mulberry32), so that a trial that fails can be repeated. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

it('finds a change to any field of any row in 10,000 random trials', () => {
	const random = randomFrom(20260302);
	const pick = (below: number) => Math.floor(random() * below);
	const columns = Object.entries(H3[0] ?? {}).map(([name]) => name);
	const LETTERS = 'abc {}[]":,0123456789-.\u202eé';
	const mutate = (value: unknown): unknown => {
		if (typeof value === 'number') return value + 1 + pick(1000) / 100;
		const text = String(value);
		const place = pick(text.length + 1);
		const letter = LETTERS[pick(LETTERS.length)] ?? 'x';
		if (random() < 0.3 && text.length > 0)
			return text.slice(0, place) + text.slice(place + 1) || `${text}x`;
		return text.slice(0, place) + letter + text.slice(place + (random() < 0.5 ? 1 : 0));
	};
	const missed: unknown[] = [];
	for (let trial = 0; trial < 10_000; trial += 1) {
		const handoffId = `H${1 + pick(14)}`;
		const whole = LEDGER.filter((row) => row.handoffId === handoffId);
		const place = pick(whole.length);
		const column = columns[pick(columns.length)] ?? 'type';
		const rows = whole.map((row, index) => {
			if (index !== place) return row;
			const value: unknown = Object.entries(row).find(([name]) => name === column)?.[1];
			const other = mutate(value);
			// Another way to write the same instant is no change.
			const same =
				other === value || (column === 'at' && Date.parse(String(other)) === Date.parse(row.at));
			return { ...row, [column]: same ? `${String(value)}!` : other };
		});
		if (verifyLedger(rows, { key: KEY }).intact) missed.push([place, column, rows[place]]);
	}
	expect(missed).toEqual([]);
});
