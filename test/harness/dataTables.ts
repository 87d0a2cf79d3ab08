import { z } from 'zod';
import type { Session } from './session';

const project = z.object({ id: z.string() });
const tables = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const rows = z.object({ data: z.array(z.record(z.unknown())) });

/** Rows that n8n gives at most in one answer. */
const PAGE = 100;

export type DataTableApi = ReturnType<typeof dataTableApi>;

/** Reads the Data Tables of a running n8n. */
export function dataTableApi(session: Session) {
	const folder = async () => {
		const { id } = await session.call(project, { path: '/projects/personal' });
		return `/projects/${id}/data-tables`;
	};
	return {
		/** All rows of the table with this name, oldest first; none when there is no such table. */
		readDataTable: async (name: string): Promise<Array<Record<string, unknown>>> => {
			const path = await folder();
			const { data } = await session.call(wrapped(tables), { path: `${path}?take=100` });
			const table = data.find((candidate) => candidate.name === name);
			if (!table) return [];
			const found: Array<Record<string, unknown>> = [];
			for (;;) {
				const page = `${path}/${table.id}/rows?take=${PAGE}&skip=${found.length}&sortBy=id:asc`;
				const next = (await session.call(wrapped(rows), { path: page })).data;
				found.push(...next);
				if (next.length < PAGE) return found;
			}
		},
	};
}

/** A list inside `data` arrives unwrapped or not, depending on the route. */
function wrapped<T extends z.ZodTypeAny>(schema: T) {
	return z.preprocess((value) => (Array.isArray(value) ? { data: value } : value), schema);
}
