import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { PublicApi } from './publicApi';
import { ensureTable } from './tables';
import { workflowSchema, type Workflow } from './workflowShape';

/**
 * What the importer wrote last, kept in a Data Table of that n8n: by it a later run knows what a
 * person has changed since. n8n's public API takes no notes on a workflow itself.
 */
const TABLE = 'handoff_imports';
const COLUMNS = ['client', 'template', 'workflowId', 'published', 'written'];

const rowSchema = z.object({
	client: z.string(),
	template: z.string(),
	workflowId: z.string(),
	published: z.string().nullish(),
	written: z.string(),
});

export interface Import {
	workflowId: string;
	/** Whether the importer has published it. */
	published: boolean;
	/** The workflow as the importer wrote it. */
	written: Workflow;
}

export interface Imports {
	find(template: string): Import | undefined;
	keep(template: string, one: Import): Promise<void>;
}

/** The imports of one client in one n8n. */
export async function openImports(
	api: PublicApi,
	client: string,
	{ dryRun }: { dryRun: boolean },
): Promise<Imports> {
	const wanted = { name: TABLE, columns: COLUMNS.map((name) => ({ name, type: 'string' })) };
	const table = await ensureTable(api, wanted, { dryRun });
	const path = `/data-tables/${table?.id}/rows`;
	const rows = table === undefined ? [] : await api.list(rowSchema, path);
	const ours = rows.filter((row) => row.client === client);
	return {
		find: (template) => {
			const row = ours.find((one) => one.template === template);
			return row && { ...row, published: row.published === 'yes', written: unpack(row.written) };
		},
		keep: async (template, { workflowId, published, written }) => {
			const filters = Object.entries({ client, template }).map(([columnName, value]) => ({
				columnName,
				condition: 'eq',
				value,
			}));
			const yes = published ? 'yes' : 'no';
			const data = { client, template, workflowId, published: yes, written: pack(written) };
			const body = { filter: { type: 'and', filters }, data };
			await api.call(z.unknown(), { method: 'POST', path: `${path}/upsert`, body });
		},
	};
}

const pack = (workflow: Workflow): string => gzipSync(JSON.stringify(workflow)).toString('base64');

const unpack = (text: string): Workflow =>
	workflowSchema.parse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')));
