import { isNumberColumn, LEDGER_COLUMNS } from '../../../nodes/domain/handoff/ledgerColumns';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import type { Position, TemplateNode } from '../nodes/workflow';

/** The ledger in n8n's own Data Table: created when missing, rows upserted by their event id. */

export const LEDGER = 'handoff_ledger';

const TYPE = 'n8n-nodes-base.dataTable';
export const byName = (table: string) => ({ __rl: true, mode: 'name', value: table });

/** The columns of a ledger row as a table is told of them. */
export const TABLE_COLUMNS = LEDGER_COLUMNS.map((name) => ({
	name,
	type: isNumberColumn(name) ? 'number' : 'string',
}));

export interface TableNode {
	name: string;
	at: Position;
}

export const table = (node: TableNode, parameters: Record<string, unknown>): TemplateNode => ({
	...node,
	type: TYPE,
	typeVersion: 1.1,
	parameters,
	retry: true,
});

export const createLedger = (node: TableNode): TemplateNode =>
	createTable(node, LEDGER, TABLE_COLUMNS);

export const createTable = (
	node: TableNode,
	tableName: string,
	columns: Array<{ name: string; type: string }>,
): TemplateNode =>
	table(node, {
		resource: 'table',
		operation: 'create',
		tableName,
		columns: { column: columns },
		options: { createIfNotExists: true },
	});

/** Stores the ledger row that an expression gives, such as `$json.handoff.event`. */
export const storeRow = (node: TableNode, row: string): TemplateNode =>
	table(node, {
		resource: 'row',
		operation: 'upsert',
		dataTableId: byName(LEDGER),
		matchType: 'allConditions',
		filters: {
			conditions: [{ keyName: 'eventId', condition: 'eq', keyValue: `={{ ${row}.eventId }}` }],
		},
		columns: {
			mappingMode: 'defineBelow',
			value: Object.fromEntries(LEDGER_COLUMNS.map((name) => [name, `={{ ${row}.${name} }}`])),
			matchingColumns: [],
			schema: [],
		},
		options: {},
	});

/** The rows in which these columns have these values; one empty item when there are none. */
export const earlierRows = (
	node: TableNode,
	wanted: Partial<Record<keyof LedgerRow, string>>,
): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(LEDGER),
		matchType: 'allConditions',
		filters: {
			conditions: Object.entries(wanted).map(([keyName, keyValue]) => ({
				keyName,
				condition: 'eq',
				keyValue,
			})),
		},
		returnAll: true,
	}),
	alwaysOutputData: true,
	executeOnce: true,
});
