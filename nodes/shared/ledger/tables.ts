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

/** Which of several ledgers is meant. */
export interface LedgerChoice {
	/** Whose it is, in the letters of a table's name; empty for the only one. */
	name: string;
	/** Whether it is that of test runs. */
	test: boolean;
}

/** The tables of a ledger, such as `handoff_ledger`, `handoff_test_ledger`, `acme_handoff_ledger`. */
export function ledgerTables({ name, test }: LedgerChoice): LedgerTables {
	const begin = `${name === '' ? '' : `${name}_`}handoff_${test ? 'test_' : ''}`;
	return {
		ledger: describe(`${begin}ledger`, ledgerRowSchema.shape),
		positions: describe(`${begin}positions`, positionSchema.shape),
		claims: describe(`${begin}claims`, claimSchema.shape),
	};
}

const describe = (name: string, shape: z.ZodRawShape): LedgerTable => ({
	name,
	columns: Object.entries(shape).map(([column, schema]) => ({
		name: column,
		type: schema instanceof z.ZodNumber ? 'number' : 'string',
	})),
});
