import type { IDataObject, INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import { z } from 'zod';

type Row = IDataObject & { id: number };
interface Table {
	id: string;
	name: string;
	columns: string[];
	rows: Row[];
}

const conditionSchema = z.object({
	keyName: z.string(),
	condition: z.enum(['eq', 'gt', 'gte', 'lt', 'lte']),
	keyValue: z.union([z.string(), z.number()]),
});
const parametersSchema = z.object({
	operation: z.string().default(''),
	fieldToSplitOut: z.string().default(''),
	tableName: z.string().default(''),
	columns: z.object({ column: z.array(z.object({ name: z.string() })).default([]) }).default({}),
	dataTableId: z.object({ mode: z.literal('id'), value: z.string() }).optional(),
	matchType: z.string().default('allConditions'),
	filters: z.object({ conditions: z.array(conditionSchema).default([]) }).default({}),
	options: z.object({ filterName: z.string().default('') }).default({}),
	limit: z.number().default(Infinity),
	orderByDirection: z.string().default('ASC'),
});
type Parameters = z.infer<typeof parametersSchema>;

/** Data Tables in memory, and what runs the inner workflows that work on them. */
export interface FakeDataTables {
	/** Runs an inner workflow as n8n does, and answers what its last node puts out. */
	run(workflow: IWorkflowBase, items: INodeExecutionData[]): IDataObject[];
	/** Makes a table, or finds it there. */
	table(name: string, columns?: string[]): Table;
	/** Names of all tables. */
	names(): string[];
	/** The inner workflows that were run, oldest first. */
	ran: IWorkflowBase[];
	/** What n8n says instead of running a node; undefined when it runs it. */
	refuse: (node: INode, parameters: Parameters) => string | undefined;
}

/** n8n's Data Tables as far as the ledger uses them, with the manners of the real ones. */
export function fakeDataTables(): FakeDataTables {
	const tables: Table[] = [];
	const fake: FakeDataTables = {
		ran: [],
		refuse: () => undefined,
		names: () => tables.map(({ name }) => name),
		table: (name, columns = []) => {
			const found = tables.find((candidate) => candidate.name === name);
			if (found !== undefined) return found;
			const made = { id: `id of ${name}`, name, columns, rows: [] };
			tables.push(made);
			return made;
		},
		run: (workflow, items) => {
			fake.ran.push(workflow);
			return runNodes(workflow, items, (node, input) => {
				const parameters = parametersSchema.parse(node.parameters);
				const refusal = fake.refuse(node, parameters);
				if (refusal !== undefined) throw new Error(refusal);
				return workOn(fake, tables, { parameters, input });
			});
		},
	};
	return fake;
}

/** Runs nodes in the order of the canvas; a node that gets no item is not run. */
function runNodes(
	{ nodes, connections }: IWorkflowBase,
	items: INodeExecutionData[],
	work: (node: INode, input: IDataObject[]) => IDataObject[],
): IDataObject[] {
	const outputs = new Map<string, IDataObject[]>();
	let last: IDataObject[] = [];
	for (const node of nodes) {
		const sources = Object.keys(connections).filter((name) =>
			connections[name]?.main?.[0]?.some((target) => target.node === node.name),
		);
		const given = sources.flatMap((name) => outputs.get(name) ?? []);
		const input = sources.length === 0 ? items.map(({ json }) => json) : given;
		if (input.length === 0) continue;
		const works = /dataTable$|splitOut$/.test(node.type);
		const found = works ? work(node, node.executeOnce ? input.slice(0, 1) : input) : input;
		last = found.length === 0 && node.alwaysOutputData ? [{}] : found;
		outputs.set(node.name, last);
	}
	return last;
}

interface Work {
	parameters: Parameters;
	input: IDataObject[];
}

function workOn(fake: FakeDataTables, tables: Table[], work: Work): IDataObject[] {
	const { parameters, input } = work;
	const { operation, fieldToSplitOut, tableName } = parameters;
	if (fieldToSplitOut !== '') {
		return input.flatMap((item) => z.array(z.record(z.any())).parse(item[fieldToSplitOut]));
	}
	if (operation === 'list') {
		const { filterName } = parameters.options;
		return tables
			.filter(({ name }) => name.includes(filterName))
			.map(({ id, name, columns }) => ({
				id,
				name,
				columns: columns.map((one) => ({ name: one })),
			}));
	}
	if (operation === 'create') {
		if (fake.names().includes(tableName)) throw new Error(`'${tableName}' already exists`);
		fake.table(
			tableName,
			parameters.columns.column.map(({ name }) => name),
		);
		return [{ name: tableName }];
	}
	const table = tables.find(({ id }) => id === parameters.dataTableId?.value);
	if (table === undefined) throw new Error('Data table could not be found in this project');
	return workOnRows(table, work);
}

function workOnRows(table: Table, { parameters, input }: Work): IDataObject[] {
	const [first = {}] = input;
	switch (parameters.operation) {
		case 'insert':
			input.forEach((item) => insert(table, item));
			return [{ success: true, insertedRows: input.length }];
		case 'update':
			return input.flatMap((item) => {
				const rows = select(table, parameters, item);
				for (const row of rows) Object.assign(row, item);
				return rows;
			});
		case 'upsert':
			return input.flatMap((item) => {
				const rows = select(table, parameters, item);
				if (rows.length === 0) insert(table, item);
				for (const row of rows) Object.assign(row, item);
				return rows;
			});
		case 'rowNotExists':
			return input.filter((item) => select(table, parameters, item).length === 0);
		case 'deleteRows': {
			const gone = new Set(select(table, parameters, first));
			table.rows = table.rows.filter((row) => !gone.has(row));
			return [...gone];
		}
		default: {
			const found = select(table, parameters, first);
			if (parameters.orderByDirection === 'DESC') found.reverse();
			return found.slice(0, parameters.limit);
		}
	}
}

function insert(table: Table, item: IDataObject): void {
	const unknown = Object.keys(item).find((name) => !table.columns.includes(name));
	if (unknown !== undefined) throw new Error(`unknown column name '${unknown}'`);
	const cells = Object.fromEntries(table.columns.map((name) => [name, item[name] ?? null]));
	const id = (table.rows.at(-1)?.id ?? 0) + 1;
	table.rows.push({ ...cells, id, createdAt: new Date().toISOString() });
}

function select({ rows, columns }: Table, { filters, matchType }: Parameters, item: IDataObject) {
	const { conditions } = filters;
	const strange = conditions.find(({ keyName }) => ![...columns, 'id'].includes(keyName));
	if (strange !== undefined) throw new Error(`Column(s) "${strange.keyName}" do not exist`);
	const fits = (row: Row) => (condition: z.infer<typeof conditionSchema>) =>
		compare(row[condition.keyName], condition, item);
	return rows.filter((row) =>
		matchType === 'allConditions' || conditions.length === 0
			? conditions.every(fits(row))
			: conditions.some(fits(row)),
	);
}

function compare(
	cell: unknown,
	{ condition, keyValue }: z.infer<typeof conditionSchema>,
	item: IDataObject,
): boolean {
	const member = /^=\{\{ \$json\.(\w+) \}\}$/.exec(String(keyValue))?.[1];
	const value = member === undefined ? keyValue : item[member];
	const order = typeof cell === 'number' ? cell - Number(value) : compareTexts(cell, value);
	const fits = { eq: order === 0, gt: order > 0, gte: order >= 0, lt: order < 0, lte: order <= 0 };
	return fits[condition];
}

const compareTexts = (one: unknown, other: unknown): number => {
	const [left, right] = [String(one), String(other)];
	if (left === right) return 0;
	return left < right ? -1 : 1;
};
