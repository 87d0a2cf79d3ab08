import { buildReport } from '../../../nodes/domain/insights/buildReport';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import { sealRow } from '../../../nodes/domain/ledger/seal';
import { verifyLedger } from '../../../nodes/domain/ledger/verifyLedger';
import { fortnightRows, utc } from '../insights/handoffRows';

const KEY = 'k'.repeat(32);
const STRANGE_KEY = 's'.repeat(32);
const NOW = utc('Tue 2026-03-10 12:00');

const LEDGER = (() => {
	const seals = new Map<string, string>();
	return fortnightRows().map((row) => {
		const sealed = sealRow(row, seals.get(row.handoffId) ?? '', KEY);
		seals.set(row.handoffId, sealed.seal);
		return sealed;
	});
})();

/** Handoffs with every kind of row: one that was returned and accepted, one never answered. */
const FORGED = LEDGER.filter(({ handoffId }) => ['H3', 'H7'].includes(handoffId));

const figuresOf = (rows: readonly unknown[]) => {
	const read = readRows(rows);
	const { rows: _told, ...figures } = buildReport(read.rows, { timezone: 'UTC' }, NOW);
	return figures;
};
const TRUE_FIGURES = figuresOf(LEDGER);

/** What somebody who can write into the table, and has no key, can make of a row that is there. */
const CHANGES: Record<string, (row: LedgerRow) => Partial<LedgerRow>> = {
	nothing: () => ({}),
	'a return as an acceptance': () => ({ type: 'handoff.accepted', reasons: '[]' }),
	'an acceptance as a return': () => ({ type: 'handoff.returned', reasons: '[{"code":"goals"}]' }),
	'fewer minutes': () => ({ receiverMinutes: 0, senderMinutes: 0 }),
	'another handoff': () => ({ handoffId: 'H99', recordId: 'H99' }),
	'another team': () => ({ receivingTeam: 'Support' }),
};
const SEALS: Record<string, (row: LedgerRow) => LedgerRow> = {
	'no seal': (row) => ({ ...row, seal: '', previousSeal: '' }),
	'the seal of the row': (row) => row,
	'the seal of another row': (row) => ({ ...row, seal: LEDGER[0]?.seal ?? '' }),
	'a seal of another key': (row) => sealRow(row, row.previousSeal, STRANGE_KEY),
};
const EVENTS: Record<string, (eventId: string) => string> = {
	'the same event': (eventId) => eventId,
	'an event of its own': (eventId) => `${eventId}-forged`,
};
const TIMES: Record<string, (at: string) => string> = {
	'its time': (at) => at,
	'a time before the first row': () => '2026-01-05T09:00:00.000Z',
	'a time after the last row': () => '2026-03-10T09:00:00.000Z',
};
const PLACES: Record<string, (rows: readonly LedgerRow[], forged: object) => object[]> = {
	'before all others': (rows, forged) => [forged, ...rows],
	'behind all others': (rows, forged) => [...rows, forged],
	'as written last': (rows, forged) => [
		{ ...forged, updatedAt: '2026-03-10T11:00:00.000Z' },
		...rows.map((row) => ({ ...row, updatedAt: row.at })),
	],
};

const forgeries = Object.entries(SEALS).flatMap(([seal, sealAs]) =>
	Object.entries(EVENTS).flatMap(([event, eventOf]) =>
		Object.entries(TIMES).flatMap(([time, timeOf]) =>
			Object.entries(PLACES).map(([place, putInto]) => ({
				...{ seal, event, time, place },
				forge: (row: LedgerRow, change: Partial<LedgerRow>) =>
					putInto(
						LEDGER,
						sealAs({ ...row, ...change, eventId: eventOf(row.eventId), at: timeOf(row.at) }),
					),
			})),
		),
	),
);

describe('a row that somebody without the key puts into a sealed ledger', () => {
	it.each(forgeries)(
		'with $seal, $event, $time, $place changes no figure, or is told',
		({ forge }) => {
			const unseen = FORGED.flatMap((row) =>
				Object.entries(CHANGES).flatMap(([what, changeOf]) => {
					const rows = forge(row, changeOf(row));
					if (!verifyLedger(rows, { key: KEY }).intact) return [];
					const same = JSON.stringify(figuresOf(rows)) === JSON.stringify(TRUE_FIGURES);
					return same ? [] : [`${row.eventId}: ${what}`];
				}),
			);

			expect(unseen).toEqual([]);
		},
	);

	it.each(Object.keys(PLACES))(
		'dated before sealing began takes the place of none: %s',
		(place) => {
			const sealedFrom = Date.parse('2026-03-01T00:00:00Z');
			const [returned] = LEDGER.filter(({ type }) => type === 'handoff.returned');
			const forged = {
				...returned,
				type: 'handoff.accepted',
				at: '2026-01-05T09:00:00Z',
				seal: '',
			};
			const rows = PLACES[place]?.(LEDGER, forged) ?? [];

			expect(verifyLedger(rows, { key: KEY }, { sealedFrom }).findings).toMatchObject([
				{ kind: 'imitated', eventId: returned?.eventId },
			]);
			expect(figuresOf(rows)).toEqual(TRUE_FIGURES);
		},
	);
});
