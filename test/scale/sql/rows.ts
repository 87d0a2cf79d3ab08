import { isNumberColumn, LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { makeRows } from '../../bench/report/ledger';

/** The table as the guide asks for it. */
export const TABLE = `create table handoff_ledger (${LEDGER_COLUMNS.map(
	(column) => `"${column}" ${isNumberColumn(column) ? 'numeric' : 'text'}`,
).join(', ')});`;

/** The made-up ledger of the bench, with waivers, contradictions and gates that only watch besides. */
export const mixedRows = (count: number): LedgerRow[] =>
	makeRows(count).map((row, index) =>
		row.type === 'handoff.evaluated' ? { ...row, ...LOOKS[index % LOOKS.length]?.(row) } : row,
	);

type Change = (row: LedgerRow) => Partial<LedgerRow>;

const LOOKS: readonly Change[] = [
	() => ({}),
	() => ({ fields: '["scope"]', data: '{"ready":true,"mode":"enforce","open":[]}' }),
	() => ({ data: '{"ready":true,"mode":"enforce","open":[],"conflicts":["amount"]}' }),
	() => ({ data: '{"ready":true,"mode":"enforce","open":[],"conflicts":[]}' }),
	() => ({}),
	() => ({ fields: '["scope"]', data: '{"ready":false,"mode":"shadow","open":["scope"]}' }),
	() => ({ type: 'requirement.waived' }),
];

export const rowsAsCsv = (rows: readonly LedgerRow[]): string =>
	rows.map((row) => LEDGER_COLUMNS.map((column) => quote(row[column])).join(',')).join('\n');

const quote = (cell: string | number): string => `"${String(cell).replace(/"/g, '""')}"`;
