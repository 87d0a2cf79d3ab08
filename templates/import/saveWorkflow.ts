import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Import } from './imports';
import { mergeWorkflow } from './merge';
import { Refusal, type PublicApi } from './publicApi';
import { workflowSchema, type Workflow } from './workflowShape';

const storedSchema = workflowSchema.extend({
	id: z.string(),
	active: z.boolean(),
	isArchived: z.boolean().default(false),
	versionId: z.string(),
	activeVersionId: z.string().nullish(),
});
export type StoredWorkflow = z.infer<typeof storedSchema>;

export interface Saved {
	/** Absent in a dry run of what is not there yet. */
	stored?: StoredWorkflow;
	/** The workflow as it is, or in a dry run would be, in n8n. */
	workflow: Workflow;
	done: 'created' | 'updated' | 'unchanged' | 'archived';
	leftAlone: string[];
}

/** The workflow of an earlier import; one of the same name when nothing was kept of it. */
export async function findStored(
	api: PublicApi,
	earlier: Import | undefined,
	name: string,
): Promise<StoredWorkflow | undefined> {
	if (earlier !== undefined) return await readStored(api, earlier.workflowId);
	const named = await api.list(z.object({ id: z.string(), name: z.string() }), '/workflows');
	const found = named.find((one) => one.name === name);
	return found && (await readStored(api, found.id));
}

async function readStored(api: PublicApi, id: string): Promise<StoredWorkflow | undefined> {
	try {
		return await api.call(storedSchema, { path: `/workflows/${id}` });
	} catch (error) {
		if (error instanceof Refusal && error.status === 404) return undefined;
		throw error;
	}
}

/** Creates a workflow, or brings it up to date around what people changed; nothing is published. */
export async function saveWorkflow(
	api: PublicApi,
	{ wanted, written, before }: { wanted: Workflow; written?: Workflow; before?: StoredWorkflow },
	{ dryRun }: { dryRun: boolean },
): Promise<Saved> {
	if (before === undefined) {
		const request = { method: 'POST', path: '/workflows', body: wanted } as const;
		const stored = dryRun ? undefined : await api.call(storedSchema, request);
		return { ...(stored && { stored }), workflow: wanted, done: 'created', leftAlone: [] };
	}
	const current = workflowSchema.parse(before);
	if (before.isArchived) {
		return { stored: before, workflow: current, done: 'archived', leftAlone: ['it is archived'] };
	}
	const { workflow, leftAlone } = mergeWorkflow(written ?? wanted, current, wanted);
	const settings = { ...current.settings, ...workflow.settings };
	if (isDeepStrictEqual({ ...workflow, settings }, current)) {
		return { stored: before, workflow, done: 'unchanged', leftAlone };
	}
	const path = `/workflows/${before.id}?publishIfActive=false`;
	const stored = dryRun
		? before
		: await api.call(storedSchema, { method: 'PUT', path, body: workflow });
	return { stored, workflow, done: 'updated', leftAlone };
}
