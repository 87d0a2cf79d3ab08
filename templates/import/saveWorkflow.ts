import { isDeepStrictEqual } from 'node:util';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { asStored } from './asStored';
import { driftOf } from './drift';
import { faultsIn } from './faults';
import { mergeWorkflow } from './merge';
import type { PublicApi } from './publicApi';
import { alignNames } from './renameNodes';
import { storedSchema, type StoredWorkflow } from './stored';
import { workflowSchema, type Workflow } from './workflowShape';

export interface Saved {
	/** Absent in a dry run of what is not there yet. */
	stored?: StoredWorkflow;
	/** The workflow as it is, or in a dry run would be, in n8n. */
	workflow: Workflow;
	done: 'created' | 'updated' | 'unchanged' | 'archived';
	/** Where n8n is not as the file has it. */
	drift: string[];
	/** What keeps it from being published: changes that do not fit together. */
	faults: string[];
}

interface Versions {
	wanted: Workflow;
	/** As the importer wrote it last; absent when nobody knows. */
	written?: Workflow;
	before?: StoredWorkflow;
}

interface SaveOptions {
	dryRun: boolean;
	catalogue: NodeCatalogue;
	/** Whether the user lets the import have its way with a node, by its name. */
	isOurs: (name: string) => boolean;
}

/** Creates a workflow, or brings it up to date around what people changed; nothing is published. */
export async function saveWorkflow(
	api: PublicApi,
	{ wanted, written, before }: Versions,
	options: SaveOptions,
): Promise<Saved> {
	const { dryRun } = options;
	const none = { drift: [], faults: [] };
	if (before === undefined) {
		const request = { method: 'POST', path: '/workflows', body: wanted } as const;
		const stored = dryRun ? undefined : await api.call(storedSchema, request);
		return { ...(stored && { stored }), workflow: wanted, done: 'created', ...none };
	}
	if (before.isArchived) {
		const workflow = workflowSchema.parse(before);
		return { stored: before, workflow, done: 'archived', ...none };
	}
	const { workflow, isChanged, ...told } = bringUpToDate({ wanted, written, before }, options);
	if (!isChanged) return { stored: before, workflow, done: 'unchanged', ...told };
	const path = `/workflows/${before.id}?publishIfActive=false`;
	const body = workflow;
	const stored = dryRun ? before : await api.call(storedSchema, { method: 'PUT', path, body });
	return { stored, workflow, done: 'updated', ...told };
}

/** What is to be written, as n8n stores it: so that a mere save in the editor is no change. */
function bringUpToDate(
	{ wanted, written, before }: Versions & { before: StoredWorkflow },
	{ catalogue, isOurs }: SaveOptions,
) {
	const normal = (one: Workflow) => asStored(workflowSchema.parse(one), catalogue);
	const [next, current] = [normal(wanted), normal(before)];
	const three = alignNames({ written: normal(written ?? wanted), current, wanted: next });
	const workflow = mergeWorkflow(three, isOurs);
	const settings = { ...three.current.settings, ...workflow.settings };
	return {
		workflow,
		isChanged: !isDeepStrictEqual({ ...workflow, settings }, current),
		drift: driftOf({ ...workflow, settings }, three.wanted),
		faults: faultsIn(workflow, three.wanted, catalogue),
	};
}
