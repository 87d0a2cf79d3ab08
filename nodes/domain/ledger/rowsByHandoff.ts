import { grouped } from '../base/grouped';
import { readCells, textOf } from './cells';

/** Rows as a store gave them back, by the handoff that they belong to. */
export const rowsByHandoff = (rows: readonly unknown[]): Map<string, unknown[]> =>
	grouped(rows, (row) => textOf(readCells(row)?.handoffId));
