import { DateTime } from 'luxon';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import type { Client } from './client';
import type { StoredCredential } from './credentials';
import { describeGates, withWonSince, wonSinceIn } from './goLive';
import type { Import, Imports } from './imports';
import { webhookPathsIn } from './ownWebhooks';
import { leftToChoose } from './prepare';
import { publish } from './publish';
import type { PublicApi } from './publicApi';
import { saveWorkflow, type Saved } from './saveWorkflow';
import { findBefore, type StoredWorkflow } from './stored';
import { tag } from './tag';
import type { Template } from './templateFile';
import type { Workflow } from './workflowShape';

export interface ImportOptions {
	dryRun: boolean;
	/** What the nodes of this n8n look like. */
	catalogue: NodeCatalogue;
	/** Names of templates and nodes with which the import has its way, whatever a person did. */
	takeOurs: readonly string[];
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
	/** How its gates act, such as `Enforce, what was won from 2026-03-02 on`; empty without a gate. */
	gates: string;
	left: string[];
	drift: string[];
	faults: string[];
	/** Addresses that another system is to call. */
	webhooks: string[];
	/** Names of the nodes, by which a user can say what is to be taken over. */
	names: string[];
}

/** What an import knows of the n8n that it writes to. */
export interface Around {
	client: Client;
	imports: Imports;
	options: ImportOptions;
	credentials: readonly StoredCredential[];
	/** Every workflow there; asked for only where the table of imports does not say which is meant. */
	workflows: () => Promise<readonly StoredWorkflow[]>;
}

/**
 * Creates or updates the workflow of one template, tags it, and publishes it when complete.
 *
 * @param errorWorkflow id of the workflow that hears of failed executions, when it is imported as well
 */
export async function importTemplate(
	api: PublicApi,
	{ name, workflow, original }: Prepared,
	{ errorWorkflow, ...around }: Around & { errorWorkflow: string | undefined },
): Promise<Done> {
	const { client, imports, options } = around;
	const earlier = imports.all.find(({ template }) => template === name);
	const before = await findBefore(api, earlier, {
		owner: { client: client.client, template: name },
		workflows: around.workflows,
	});
	const written = before && earlier?.written;
	const last = written ?? before;
	const since = client.wonSince ?? (last === undefined ? today(client) : wonSinceIn(last));
	const wanted: Workflow = {
		...withWonSince(workflow, since),
		settings: { ...workflow.settings, ...(errorWorkflow && { errorWorkflow }) },
	};
	const isOurs = (one: string) => options.takeOurs.includes(name) || options.takeOurs.includes(one);
	const saved = await saveWorkflow(
		api,
		{ wanted, ...(written && { written }), ...(before && { before }) },
		{ ...options, isOurs },
	);
	const left = saved.done === 'archived' ? [] : leftToChoose(saved.workflow, original, around);
	const words = await finish(api, saved, { ...around, before, earlier, left, wanted, name });
	return {
		template: name,
		...(saved.stored && { id: saved.stored.id }),
		words: `${options.dryRun ? DRY[saved.done] : saved.done}, ${words}`,
		gates: describeGates(saved.workflow),
		left,
		...{ drift: saved.drift, faults: saved.faults },
		webhooks: webhookPathsIn(saved.workflow),
		names: [...wanted.nodes, ...saved.workflow.nodes, ...(before?.nodes ?? [])].map(
			(node) => node.name,
		),
	};
}

/** The day in the zone of the client, on which it goes live when the file says nothing. */
const today = ({ policy: { timezone = 'UTC' } }: Client): string =>
	DateTime.now().setZone(timezone).toFormat('yyyy-MM-dd');

interface Finishing extends Around {
	before: StoredWorkflow | undefined;
	earlier: Import | undefined;
	left: readonly string[];
	wanted: Workflow;
	name: string;
}

/** Publishes what may be published, and keeps what was done for the next run. */
async function finish(
	api: PublicApi,
	{ stored, done, faults }: Saved,
	{ client, imports, options, before, earlier, left, wanted, name }: Finishing,
): Promise<string> {
	if (done === 'archived') return 'take it out of the archive, or remove it for good';
	const last = before === undefined ? undefined : earlier;
	const { published, words } = await publish(api, stored?.id, {
		...{ before, earlier: last, left, faults },
		changed: done !== 'unchanged',
		wanted: client.publish,
		dryRun: options.dryRun,
	});
	if (options.dryRun || stored === undefined) return words;
	await tag(api, stored.id, client.client);
	const ours = done !== 'unchanged' || stored.versionId === last?.versionId;
	await imports.keep({
		template: name,
		workflowId: stored.id,
		versionId: ours ? stored.versionId : (last?.versionId ?? ''),
		published: published || last?.published === true,
		written: wanted,
	});
	return words;
}

const DRY = {
	created: 'would be created',
	updated: 'would be updated',
	unchanged: 'unchanged',
	archived: 'archived',
};
