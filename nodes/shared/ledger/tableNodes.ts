import type { INodeParameters } from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';
import type { InnerNode } from './innerWorkflow';
import type { FoundTable, LedgerTable } from './tables';

/** Nodes of inner workflows that work on Data Tables. Their names end with the name of the table. */

export interface TableCondition {
	column: string;
	is: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
	/** The value, or the member of the item that holds it. */
	value: number | string | { member: string };
}

/** The rows that fulfil all conditions, or any of them. */
export interface TableFilter {
	match: 'all' | 'any';
	conditions: readonly TableCondition[];
}

/** The rows that have one of these values in this column. */
export const anyOf = (column: string, values: readonly string[]): TableFilter => ({
	match: 'any',
	conditions: values.map((value) => ({ column, is: 'eq', value })),
});

/** One item for each member of the list that the item carries under this name. */
export const splitOut = (member: string): InnerNode => ({
	name: `Each of ${member}`,
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: member, include: 'noOtherFields', options: {} },
});

/** Adds the items as rows, all at once, and hands on how many there were. */
export const insertRows = (table: FoundTable): InnerNode =>
	onRows('Add to', table, 'insert', {
		columns: AUTO,
		options: { optimizeBulk: true },
	});

/** Lets only those items pass whose value in this column is in no row yet. */
export const passNewRows = (table: FoundTable, column: string): InnerNode =>
	onRows('New to', table, 'rowNotExists', filterOf(sameAsItem(column)));

/** Writes what each item holds over the rows that have its value in this column. */
export const updateRows = (table: FoundTable, column: string): InnerNode =>
	onRows('Rewrite', table, 'update', writingOver(column));

/** Writes each item over the row that has its value in this column, or adds it where there is none. */
export const setRows = (table: FoundTable, column: string): InnerNode =>
	onRows('Set in', table, 'upsert', writingOver(column));

export const deleteRows = (table: FoundTable, filter: TableFilter): InnerNode => ({
	...onRows('Delete from', table, 'deleteRows', { ...filterOf(filter), options: {} }),
	...onceAlways,
});

/**
 * Reads rows in the order of their numbers.
 *
 * @param limit how many at most, up to 1,000; without it all of them, which n8n reads in pages: it
 * fails when their number changes meanwhile
 */
export const getRows = (
	table: FoundTable,
	filter: TableFilter,
	{ limit, newestFirst = false }: { limit?: number; newestFirst?: boolean } = {},
): InnerNode => ({
	...onRows('Read from', table, 'get', {
		...filterOf(filter),
		...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
		orderBy: true,
		orderByColumn: 'id',
		orderByDirection: newestFirst ? 'DESC' : 'ASC',
	}),
	...onceAlways,
});

/** All Data Tables of the project whose names contain these letters, whatever their case. */
export const listTables = (letters: string): InnerNode =>
	onTables('List tables', 'list', { returnAll: true, options: { filterName: letters } });

export const createTable = ({ name, columns }: LedgerTable): InnerNode =>
	onTables(`Create ${name}`, 'create', {
		tableName: name,
		columns: { column: columns.map((column) => ({ ...column })) },
		options: {},
	});

const AUTO = { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] };

const sameAsItem = (column: string): TableFilter => ({
	match: 'all',
	conditions: [{ column, is: 'eq', value: { member: column } }],
});

const writingOver = (column: string): INodeParameters => ({
	...filterOf(sameAsItem(column)),
	columns: AUTO,
	options: {},
});

const TYPE = { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 };
const onceAlways = { executeOnce: true, alwaysOutputData: true };

const onTables = (name: string, operation: string, more: INodeParameters): InnerNode => ({
	...TYPE,
	name,
	parameters: { resource: 'table', operation, ...more },
	...onceAlways,
});

const onRows = (
	verb: string,
	{ name, id }: FoundTable,
	operation: string,
	more: INodeParameters,
): InnerNode => ({
	...TYPE,
	name: `${verb} ${name}`,
	parameters: {
		resource: 'row',
		operation,
		dataTableId: { __rl: true, mode: 'id', value: id },
		...more,
	},
});

const filterOf = ({ match, conditions }: TableFilter): INodeParameters => ({
	matchType: match === 'all' ? 'allConditions' : 'anyCondition',
	filters: {
		conditions: conditions.map(({ column, is, value }) => ({
			keyName: column,
			condition: is,
			keyValue: typeof value === 'object' ? `={{ $json.${value.member} }}` : literal(value),
		})),
	},
});

/** n8n runs a text that begins with `=` as an expression; no id that this package makes does. */
function literal(value: number | string): number | string {
	if (typeof value === 'number' || !value.startsWith('=')) return value;
	throw new HandoffProblem(
		`“${value.slice(0, 40)}” is not the id of a handoff`,
		'Take the record through Readiness Gate again: it gives every handoff its id.',
	);
}
