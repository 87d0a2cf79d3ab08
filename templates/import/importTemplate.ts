import { z } from 'zod';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import type { Client } from './client';
import type { Imports } from './imports';
import { webhookPathsIn } from './ownWebhooks';
import { leftToChoose } from './prepare';
import { publish } from './publish';
import { Refusal, type PublicApi } from './publicApi';
import { findStored, saveWorkflow } from './saveWorkflow';
import type { Template } from './templateFile';
import type { Workflow } from './workflowShape';

export interface ImportOptions {
	dryRun: boolean;
	/** What the nodes of this n8n look like. */
	catalogue: NodeCatalogue;
}

/** A template as one client wants it, and as it was. */
export interface Prepared extends Template {
	original: Workflow;
}

/** What became of one template. */
export interface Done {
	template: string;
	/** Of the workflow; absent in a dry run of what is not there yet. */
	id?: string;
	/** `created, published` */
	words: string;
	published: boolean;
	left: string[];
	leftAlone: string[];
	/** Addresses that another system is to call. */
	webhooks: string[];
}

interface Around {
	client: Client;
	imports: Imports;
	options: ImportOptions;
	/** Id of the workflow that hears of failed executions, when it is one of those imported. */
	errorWorkflow: string | undefined;
}

/** Creates or updates the workflow of one template, tags it, and publishes it when complete. */
export async function importTemplate(
	api: PublicApi,
	{ name, workflow, original }: Prepared,
	{ client, imports, options, errorWorkflow }: Around,
): Promise<Done> {
	const wanted: Workflow = {
		...workflow,
		settings: { ...workflow.settings, ...(errorWorkflow && { errorWorkflow }) },
	};
	const earlier = imports.find(name);
	const before = await findStored(api, earlier, wanted.name);
	const written = before && earlier?.written;
	const saved = await saveWorkflow(
		api,
		{ wanted, ...(written && { written }), ...(before && { before }) },
		options,
	);
	const { stored, done, leftAlone } = saved;
	const left = done === 'archived' ? [] : leftToChoose(saved.workflow, original, options.catalogue);
	const byUs = before !== undefined && earlier?.published === true;
	const { published, words } =
		done === 'archived'
			? { published: false, words: 'take it out of the archive, or remove it for good' }
			: await publish(api, stored?.id, {
					...{ before, byUs, left },
					changed: done !== 'unchanged',
					dryRun: options.dryRun,
				});
	if (!options.dryRun && stored !== undefined && done !== 'archived') {
		await tag(api, stored.id, client.client);
		const once = published || byUs;
		await imports.keep(name, { workflowId: stored.id, published: once, written: wanted });
	}
	return {
		template: name,
		...(stored && { id: stored.id }),
		words: `${options.dryRun ? DRY[done] : done}, ${words}`,
		...{ published, left, leftAlone },
		webhooks: webhookPathsIn(saved.workflow),
	};
}

const DRY = {
	created: 'would be created',
	updated: 'would be updated',
	unchanged: 'unchanged',
	archived: 'archived',
};

const tagSchema = z.object({ id: z.string(), name: z.string() });

/** Puts the tag of the client on a workflow, beside the tags it has. */
async function tag(api: PublicApi, id: string, name: string): Promise<void> {
	try {
		const path = `/workflows/${id}/tags`;
		const has = await api.call(z.array(tagSchema), { path });
		if (has.some((one) => one.name === name)) return;
		const all = await api.list(tagSchema, '/tags');
		const ours =
			all.find((one) => one.name === name) ??
			(await api.call(tagSchema, { method: 'POST', path: '/tags', body: { name } }));
		const body = [...has, ours].map((one) => ({ id: one.id }));
		await api.call(z.unknown(), { method: 'PUT', path, body });
	} catch (error) {
		// Tags can be switched off in n8n (N8N_WORKFLOW_TAGS_DISABLED); they only help to find things.
		if (!(error instanceof Refusal) || error.status !== 400) throw error;
	}
}
