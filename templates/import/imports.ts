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
const COLUMNS = ['client', 'template', 'workflowId', 'versionId', 'published', 'written'];

const rowSchema = z.object({
	client: z.string(),
	template: z.string(),
	workflowId: z.string(),
	versionId: z.string().nullish(),
	published: z.string().nullish(),
	written: z.string(),
});

export interface Import {
	template: string;
	workflowId: string;
	/** The version that the importer left behind: a newer draft is a person's. */
	versionId: string;
	/** Whether the importer has published it. */
	published: boolean;
	/** The workflow as the importer wrote it; absent when that cannot be read any more. */
	written?: Workflow;
}

export interface Imports {
	all: readonly Import[];
	keep(one: Import): Promise<void>;
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
	return {
		all: rows.filter((row) => row.client === client).map(readRow),
		keep: async (one) => {
			if (dryRun) return;
			const { template } = one;
			const filters = Object.entries({ client, template }).map(([columnName, value]) => ({
				columnName,
				condition: 'eq',
				value,
			}));
			const body = { filter: { type: 'and', filters }, data: { client, ...writeRow(one) } };
			await api.call(z.unknown(), { method: 'POST', path: `${path}/upsert`, body });
		},
	};
}

function readRow({
	template,
	workflowId,
	versionId,
	published,
	written,
}: z.infer<typeof rowSchema>) {
	const workflow = unpack(written);
	return {
		template,
		workflowId,
		versionId: versionId ?? '',
		published: published === 'yes',
		...(workflow && { written: workflow }),
	};
}

const writeRow = ({ published, written, ...one }: Import) => ({
	...one,
	published: published ? 'yes' : 'no',
	written: written === undefined ? '' : pack(written),
});

const pack = (workflow: Workflow): string => gzipSync(JSON.stringify(workflow)).toString('base64');

function unpack(text: string): Workflow | undefined {
	try {
		return workflowSchema.parse(
			JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')),
		);
	} catch {
		return undefined;
	}
}
