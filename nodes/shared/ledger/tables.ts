import { z } from 'zod';
import { claimSchema } from '../../domain/life/claims';
import { positionSchema } from '../../domain/life/position';
import { ledgerRowSchema } from '../../domain/handoff/row';

/** What the Data Tables of a ledger are for. */
export type TableUse = 'ledger' | 'positions' | 'claims';

export interface TableColumn {
	name: string;
	type: 'string' | 'number';
}

/** A Data Table of the ledger: its name in n8n and the columns that it must have. */
export interface LedgerTable {
	name: string;
	columns: TableColumn[];
}

/** A Data Table as n8n knows it. */
export interface FoundTable extends LedgerTable {
	id: string;
}

export type LedgerTables<Table = LedgerTable> = Record<TableUse, Table>;

/**
 * The tables for real handoffs, and those for test runs. No name contains another one: a Data Table
 * node that is given a name takes any table whose name contains it.
 */
export const ledgerTables = (test: boolean): LedgerTables => ({
	ledger: describe(test ? 'handoff_test_ledger' : 'handoff_ledger', ledgerRowSchema.shape),
	positions: describe(test ? 'handoff_test_positions' : 'handoff_positions', positionSchema.shape),
	claims: describe(test ? 'handoff_test_claims' : 'handoff_claims', claimSchema.shape),
});

const describe = (name: string, shape: z.ZodRawShape): LedgerTable => ({
	name,
	columns: Object.entries(shape).map(([column, schema]) => ({
		name: column,
		type: schema instanceof z.ZodNumber ? 'number' : 'string',
	})),
});
