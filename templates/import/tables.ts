import { z } from 'zod';
import type { PublicApi } from './publicApi';
import type { Workflow } from './workflowShape';

const columnSchema = z.object({ name: z.string(), type: z.string() });
const tableSchema = z.object({ id: z.string(), name: z.string(), columns: z.array(columnSchema) });
const createSchema = z.object({
	resource: z.literal('table'),
	operation: z.literal('create'),
	tableName: z.string(),
	columns: z.object({ column: z.array(columnSchema) }),
});

export type Table = Pick<z.infer<typeof tableSchema>, 'name' | 'columns'>;
export type StoredTable = z.infer<typeof tableSchema>;

/** The Data Tables that the flows create when they are missing, each once, with all its columns. */
export function tablesOf(workflows: readonly Workflow[]): Table[] {
	const tables = new Map<string, Table['columns']>();
	for (const { parameters } of workflows.flatMap(({ nodes }) => nodes)) {
		const read = createSchema.safeParse(parameters);
		if (!read.success) continue;
		const { tableName, columns } = read.data;
		const before = tables.get(tableName) ?? [];
		tables.set(tableName, [...before, ...missing(columns.column, before)]);
	}
	return [...tables].map(([name, columns]) => ({ name, columns }));
}

const missing = (wanted: Table['columns'], there: Table['columns']): Table['columns'] =>
	wanted.filter(({ name }) => !there.some((column) => column.name === name));

/**
 * Creates a Data Table, or the columns that it lacks.
 *
 * @param dryRun only says what would be done
 * @returns the table as it is now, and what was done in words; no words when nothing was missing
 */
export async function ensureTable(
	api: PublicApi,
	wanted: Table,
	{ dryRun }: { dryRun: boolean },
): Promise<{ table?: StoredTable; done?: string }> {
	const table = (await api.list(tableSchema, '/data-tables')).find(
		({ name }) => name === wanted.name,
	);
	if (table === undefined) {
		const done = `${wanted.name}: ${dryRun ? 'would be created' : 'created'}, with ${wanted.columns.length} columns`;
		if (dryRun) return { done };
		const request = { method: 'POST', path: '/data-tables', body: wanted } as const;
		return { table: await api.call(tableSchema, request), done };
	}
	const lacking = missing(wanted.columns, table.columns);
	if (lacking.length === 0) return { table };
	const path = `/data-tables/${table.id}/columns`;
	for (const body of dryRun ? [] : lacking) {
		await api.call(z.unknown(), { method: 'POST', path, body });
	}
	const names = lacking.map(({ name }) => name).join(', ');
	return { table, done: `${wanted.name}: ${dryRun ? 'would get' : 'got'} the columns ${names}` };
}
