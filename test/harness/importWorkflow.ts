import { z } from 'zod';
import type { N8nClient } from './client';
import type { SavedWorkflow, WorkflowJson } from './workflows';

const credentialEntry = z.object({
	name: z.string(),
	displayOptions: z.object({ show: z.record(z.array(z.unknown())).optional() }).optional(),
});
const nodeType = z.object({ name: z.string(), credentials: z.array(credentialEntry).optional() });
const node = z
	.object({ type: z.string(), parameters: z.record(z.unknown()).default({}) })
	.passthrough();

type CredentialEntry = z.infer<typeof credentialEntry>;

/**
 * Imports a workflow file as a person would: every node that needs a credential gets the one of
 * its type. Which type that is, n8n's own description of the node says.
 *
 * @param credentials id of the stored credential by credential type
 */
export async function importWorkflow(
	client: N8nClient,
	workflow: WorkflowJson,
	credentials: Record<string, string>,
): Promise<SavedWorkflow> {
	const types = z.array(nodeType).parse(await client.readNodeTypes());
	const nodes = z.array(node).parse(workflow.nodes);
	const withCredentials = nodes.map((one) => {
		const entries = types
			.filter(({ name }) => name === one.type)
			.flatMap((t) => t.credentials ?? []);
		const type = credentialTypeOf(one.parameters, entries, credentials);
		const id = type && credentials[type];
		return id ? { ...one, credentials: { [type]: { id, name: type } } } : one;
	});
	return await client.createWorkflow({ ...workflow, nodes: withCredentials });
}

function credentialTypeOf(
	parameters: Record<string, unknown>,
	entries: CredentialEntry[],
	credentials: Record<string, string>,
): string | undefined {
	const { authentication, nodeCredentialType } = parameters;
	if (authentication === 'predefinedCredentialType') {
		return typeof nodeCredentialType === 'string' ? nodeCredentialType : undefined;
	}
	const fitting = entries.filter(({ displayOptions }) => {
		const wanted = displayOptions?.show?.authentication;
		return !wanted || authentication === undefined || wanted.includes(authentication);
	});
	return fitting.find(({ name }) => credentials[name] !== undefined)?.name;
}
