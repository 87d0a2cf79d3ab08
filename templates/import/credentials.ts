import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { readWorkflow } from '../lint/file/workflowFile';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { credentialTypesOf } from '../lint/nodes/credentialRules';
import { subjectOf } from '../lint/nodes/subject';
import { nameOf, type Client } from './client';
import { Refusal, type PublicApi } from './publicApi';
import { mapNodes, type Workflow } from './workflowShape';

const storedSchema = z.object({ id: z.string(), name: z.string(), type: z.string() });
export type StoredCredential = z.infer<typeof storedSchema>;

/**
 * The credentials of that n8n, without their secrets.
 *
 * @throws HandoffProblem when the key may not list them
 */
export async function readCredentials(api: PublicApi): Promise<StoredCredential[]> {
	try {
		return await api.list(storedSchema, '/credentials');
	} catch (error) {
		if (!(error instanceof Refusal) || error.status !== 403) throw error;
		throw new HandoffProblem(
			'The API key may not list the credentials of that n8n.',
			'n8n lists them for the owner and for admins only: make the key as one of those.',
		);
	}
}

/**
 * The credential of a client for a type: the one that its file names, or else the only one whose
 * name begins with that of the client. Never one that may be somebody else's.
 *
 * @throws HandoffProblem when the file names one that is not there
 */
export function chooseCredential(
	type: string,
	client: Client,
	stored: readonly StoredCredential[],
): StoredCredential | undefined {
	const ofType = stored.filter((one) => one.type === type);
	const named = client.credentials[type];
	if (named === undefined) {
		const starts = [client.client, nameOf(client)].map((start) => start.toLowerCase());
		const own = ofType.filter(({ name }) =>
			starts.some((start) => name.toLowerCase().startsWith(start)),
		);
		return own.length === 1 ? own[0] : undefined;
	}
	const found = ofType.filter(({ name }) => name === named);
	if (found.length === 1) return found[0];
	const names = ofType.map(({ name }) => `“${name}”`).sort();
	const there = names.join(', ');
	throw new HandoffProblem(
		`That n8n has ${found.length === 0 ? 'no' : 'more than one'} credential of the type ${type} with the name “${named}”.`,
		there === ''
			? `It has none of this type. Create it in n8n: secrets never pass through the import.`
			: `It has ${there}. Write one of these in the file of clients, or give it a name of its own.`,
	);
}

/** Gives each node the credential it needs, and the seal key where a client names one. */
export function giveCredentials(
	workflow: Workflow,
	choose: (type: string) => StoredCredential | undefined,
	{ catalogue, named }: { catalogue: NodeCatalogue; named: readonly string[] },
): Workflow {
	const types = new Map(
		(readWorkflow(workflow).file?.nodes ?? []).map((node) => {
			const subject = subjectOf(node, catalogue);
			const { needed, usable } = subject ? credentialTypesOf(subject) : { needed: [], usable: [] };
			return [node.name, [...needed, ...usable.filter((type) => named.includes(type))]];
		}),
	);
	return mapNodes(workflow, (node) => {
		const chosen = (types.get(node.name) ?? []).flatMap((type) => {
			const found = choose(type);
			return found === undefined ? [] : [[type, { id: found.id, name: found.name }] as const];
		});
		return chosen.length === 0 ? node : { ...node, credentials: Object.fromEntries(chosen) };
	});
}
