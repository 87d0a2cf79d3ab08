import { z } from 'zod';
import type { N8nClient } from '../harness/client';

const MEGABYTE = 1024 * 1024;
const tableSchema = z.object({
	id: z.string(),
	name: z.string(),
	columns: z.array(z.object({ id: z.string(), name: z.string() })),
});
const listSchema = z.preprocess(
	(value) => (Array.isArray(value) ? { data: value } : value),
	z.object({ data: z.array(tableSchema) }),
);
const FILLER = 'filler';

/** What somebody does to the Data Tables of a project by n8n's own screen. */
export function ledgerTables(client: N8nClient) {
	const folder = async () => {
		const { id } = await client.call(z.object({ id: z.string() }), { path: '/projects/personal' });
		return `/projects/${id}/data-tables`;
	};
	const send = async (method: 'POST' | 'DELETE', path: string, body?: object) =>
		await client.call(z.unknown(), { method, path: `${await folder()}${path}`, body });
	const find = async (name: string) => {
		const { data } = await client.call(listSchema, { path: `${await folder()}?take=100` });
		const found = data.find((table) => table.name === name);
		if (found === undefined) throw new Error(`there is no Data Table “${name}”`);
		return found;
	};
	const remove = async (name: string) => await send('DELETE', `/${(await find(name)).id}`);
	return {
		remove,
		/** Puts rows in that were read before, as from a backup. */
		insert: async (name: string, rows: ReadonlyArray<Record<string, unknown>>) => {
			const data = rows.map(({ id: _id, createdAt: _made, updatedAt: _changed, ...row }) => row);
			await send('POST', `/${(await find(name)).id}/insert`, { data, returnType: 'count' });
		},
		/** Takes the room that the tables may have. */
		fill: async (megabytes: number) => {
			const columns = [{ name: 'text', type: 'string' }];
			await send('POST', '', { name: FILLER, columns });
			const { id } = await find(FILLER);
			const data = Array.from({ length: megabytes }, () => ({ text: 'x'.repeat(MEGABYTE) }));
			for (const row of data) {
				await send('POST', `/${id}/insert`, { data: [row], returnType: 'count' });
			}
		},
		makeRoom: async () => await remove(FILLER),
		removeColumn: async (table: string, column: string) => {
			const { id, columns } = await find(table);
			const wanted = columns.find(({ name }) => name === column);
			await send('DELETE', `/${id}/columns/${wanted?.id}`);
		},
	};
}
