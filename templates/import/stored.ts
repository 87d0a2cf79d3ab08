import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { isOwnedBy, type Owner } from './mark';
import { Refusal, type PublicApi } from './publicApi';
import { workflowSchema } from './workflowShape';

/** A workflow as n8n's public API gives it. */
export const storedSchema = workflowSchema.extend({
	id: z.string(),
	active: z.boolean(),
	isArchived: z.boolean().default(false),
	versionId: z.string(),
	activeVersionId: z.string().nullish(),
});
export type StoredWorkflow = z.infer<typeof storedSchema>;

/** A workflow by its id; nothing when it is not there any more. */
export async function readStored(api: PublicApi, id: string): Promise<StoredWorkflow | undefined> {
	try {
		return await api.call(storedSchema, { path: `/workflows/${id}` });
	} catch (error) {
		if (error instanceof Refusal && error.status === 404) return undefined;
		throw error;
	}
}

/**
 * The workflow that an earlier import made of a template for a client, by the mark in its nodes. A
 * name says nothing about whose a workflow is.
 *
 * @throws HandoffProblem when there are several
 */
function findMarked(
	workflows: readonly StoredWorkflow[],
	owner: Owner,
): StoredWorkflow | undefined {
	const found = workflows.filter((one) => !one.isArchived && isOwnedBy(one, owner));
	if (found.length < 2) return found[0];
	const names = found.map(({ id, name }) => `“${name}” (${id})`).join(', ');
	throw new HandoffProblem(
		`That n8n has several workflows made from ${owner.template} for “${owner.client}”: ${names}.`,
		'Archive all but the one that is meant, then run the import again.',
	);
}

/** The workflow of an earlier import: the one that was kept, else the one that bears the mark. */
export async function findBefore(
	api: PublicApi,
	earlier: { workflowId: string } | undefined,
	{ owner, workflows }: { owner: Owner; workflows: () => Promise<readonly StoredWorkflow[]> },
): Promise<StoredWorkflow | undefined> {
	return earlier === undefined
		? findMarked(await workflows(), owner)
		: await readStored(api, earlier.workflowId);
}
