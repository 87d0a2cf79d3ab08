import { isNumberColumn, LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { makeRows } from '../../bench/report/ledger';

/** The table as the guide asks for it. */
export const TABLE = `create table handoff_ledger (${LEDGER_COLUMNS.map(
	(column) => `"${column}" ${isNumberColumn(column) ? 'numeric' : 'text'}`,
).join(', ')});`;

/**
 * The made-up ledger of the bench, with waivers, contradictions and gates that only watch besides;
 * some looks were moved behind their requests, and some handoffs came back after they were accepted.
 */
export const mixedRows = (count: number): LedgerRow[] =>
	makeRows(count).flatMap((row, index) => {
		if (row.type === 'handoff.evaluated')
			return [{ ...row, ...LOOKS[index % LOOKS.length]?.(row) }];
		return row.type === 'handoff.accepted' ? [row, ...backAfter(row, index)] : [row];
	});

const later = ({ at }: LedgerRow, hours: number): string =>
	new Date(Date.parse(at) + hours * 3_600_000).toISOString();

/** Of three accepted handoffs one comes back to the gate, and one is returned all the same. */
function backAfter(row: LedgerRow, index: number): LedgerRow[] {
	const after = { ...row, eventId: `${row.eventId}-after`, at: later(row, 48) };
	const data = '{"ready":false,"mode":"enforce","open":["scope"]}';
	const attempt = row.attempt + 1;
	if (index % 3 === 0) return [{ ...after, type: 'handoff.evaluated', attempt, data }];
	return index % 3 === 1 ? [{ ...after, type: 'handoff.returned' }] : [];
}

type Change = (row: LedgerRow) => Partial<LedgerRow>;

const LOOKS: readonly Change[] = [
	() => ({}),
	() => ({ fields: '["scope"]', data: '{"ready":true,"mode":"enforce","open":[]}' }),
	() => ({ data: '{"ready":true,"mode":"enforce","open":[],"conflicts":["amount"]}' }),
	() => ({ data: '{"ready":true,"mode":"enforce","open":[],"conflicts":[]}' }),
	(row) => ({ at: later(row, 24) }),
	() => ({ fields: '["scope"]', data: '{"ready":false,"mode":"shadow","open":["scope"]}' }),
	() => ({ type: 'requirement.waived' }),
];

export const rowsAsCsv = (rows: readonly LedgerRow[]): string =>
	rows.map((row) => LEDGER_COLUMNS.map((column) => quote(row[column])).join(',')).join('\n');

const quote = (cell: string | number): string => `"${String(cell).replace(/"/g, '""')}"`;
