import { z } from 'zod';
import type { PublicApi } from './publicApi';

const columnSchema = z.object({ name: z.string(), type: z.string() });
const tableSchema = z.object({ id: z.string(), name: z.string(), columns: z.array(columnSchema) });

export type Table = Pick<z.infer<typeof tableSchema>, 'name' | 'columns'>;
export type StoredTable = z.infer<typeof tableSchema>;

/**
 * Creates a Data Table, or the columns that it lacks.
 *
 * @param dryRun writes nothing
 * @returns the table; nothing in a dry run of one that is not there yet
 */
export async function ensureTable(
	api: PublicApi,
	wanted: Table,
	{ dryRun }: { dryRun: boolean },
): Promise<StoredTable | undefined> {
	const table = (await api.list(tableSchema, '/data-tables')).find(
		({ name }) => name === wanted.name,
	);
	if (dryRun) return table;
	if (table === undefined) {
		return await api.call(tableSchema, { method: 'POST', path: '/data-tables', body: wanted });
	}
	const lacking = wanted.columns.filter(
		({ name }) => !table.columns.some((column) => column.name === name),
	);
	for (const body of lacking) {
		const path = `/data-tables/${table.id}/columns`;
		await api.call(z.unknown(), { method: 'POST', path, body });
	}
	return table;
}
