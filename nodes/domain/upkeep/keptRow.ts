import { isNumberColumn, LEDGER_COLUMNS } from '../handoff/ledgerColumns';
import { ledgerRowSchema, type LedgerRow } from '../handoff/row';
import { numberOf, readCells, textOf } from '../ledger/cells';

/**
 * The ledger row that is looked for, as it was written; the last one of several.
 *
 * @param rows rows as a store gives them back
 * @returns undefined when there is none, or none that can be read
 */
export const keptRow = (
	rows: readonly unknown[],
	isIt: (row: LedgerRow) => boolean,
): LedgerRow | undefined =>
	rows
		.flatMap((row) => readLedgerRow(row) ?? [])
		.filter(isIt)
		.at(-1);

/** A stored row as it was written, without columns of the store's own; undefined when it is none. */
export function readLedgerRow(row: unknown): LedgerRow | undefined {
	const cells = readCells(row);
	if (cells === undefined) return undefined;
	const columns = LEDGER_COLUMNS.map((column) => [
		column,
		isNumberColumn(column) ? numberOf(cells[column]) : textOf(cells[column]),
	]);
	return ledgerRowSchema.safeParse(Object.fromEntries(columns)).data;
}
