import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { readWorkflow } from '../lint/file/workflowFile';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { credentialTypesOf } from '../lint/nodes/credentialRules';
import { subjectOf } from '../lint/nodes/subject';
import type { Client } from './client';
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
 * The credential of a client for a type: the one whose id or whole name its file gives. Nothing is
 * guessed from a name, as it may be somebody else's.
 *
 * @returns nothing when the file names none
 * @throws HandoffProblem when the file names one that is not there, or several
 */
export function chooseCredential(
	type: string,
	{ credentials }: Pick<Client, 'credentials'>,
	stored: readonly StoredCredential[],
): StoredCredential | undefined {
	const named = credentials[type];
	if (named === undefined) return undefined;
	const ofType = stored.filter((one) => one.type === type);
	const byId = ofType.find(({ id }) => id === named);
	const found = byId === undefined ? ofType.filter(({ name }) => name === named) : [byId];
	if (found.length === 1) return found[0];
	if (found.length > 1) {
		throw new HandoffProblem(
			`That n8n has more than one credential of the type ${type} with the name “${named}”.`,
			`Write the id of the one that is meant: ${found.map(({ id }) => id).join(' or ')}.`,
		);
	}
	throw new HandoffProblem(
		`That n8n has no credential of the type ${type} with the name or id “${named}”.`,
		ofType.length === 0
			? 'It has none of this type. Create it in n8n: secrets never pass through the import.'
			: `It has ${listNames(ofType)}. Write one of these in the file of clients.`,
	);
}

/** Such as `“Acme Slack”, “Birch Slack”`. */
const listNames = (stored: readonly StoredCredential[]): string =>
	stored
		.map(({ name }) => `“${name}”`)
		.sort()
		.join(', ');

/** What an n8n has of a type, for somebody who is to name one of them. */
export function hintOf(type: string, stored: readonly StoredCredential[]): string {
	const ofType = stored.filter((one) => one.type === type);
	return ofType.length === 0
		? 'create it in n8n and name it under "credentials"'
		: `name it under "credentials"; there is ${listNames(ofType)}`;
}

/** Gives each node the credential it needs, and the seal key where a client names one. */
export function giveCredentials(
	workflow: Workflow,
	choose: (type: string) => StoredCredential | undefined,
	catalogue: NodeCatalogue,
): Workflow {
	const types = new Map(
		(readWorkflow(workflow).file?.nodes ?? []).map((node) => {
			const subject = subjectOf(node, catalogue);
			const { needed, usable } = subject ? credentialTypesOf(subject) : { needed: [], usable: [] };
			return [node.name, new Set([...needed, ...usable])];
		}),
	);
	return mapNodes(workflow, (node) => {
		const chosen = [...(types.get(node.name) ?? [])].flatMap((type) => {
			const found = choose(type);
			return found === undefined ? [] : [[type, { id: found.id, name: found.name }] as const];
		});
		return chosen.length === 0 ? node : { ...node, credentials: Object.fromEntries(chosen) };
	});
}

/** The credentials that the nodes of workflows have, each once. */
export function credentialsIn(workflows: readonly Workflow[]): StoredCredential[] {
	const taken = workflows
		.flatMap(({ nodes }) => nodes)
		.flatMap(({ credentials = {} }) => Object.entries(credentials))
		.map(([type, { id, name }]) => ({ type, id, name }));
	return [...new Map(taken.map((one) => [`${one.type} ${one.id}`, one])).values()];
}

/** Such as `slackApi: “Acme Slack” (id …)`. */
export const describeCredential = ({ type, id, name }: StoredCredential): string =>
	`${type}: “${name}” (id ${id})`;

const testedSchema = z.object({ status: z.string(), message: z.string() });
/** What n8n says of a type for which nobody has written a test. */
const NO_TEST = /no testing function/i;

/** Which credentials their vendors refuse, as n8n itself finds when it tests them, in words. */
export async function refusedCredentials(
	api: PublicApi,
	taken: readonly StoredCredential[],
): Promise<string[]> {
	const refused: string[] = [];
	for (const one of taken) {
		const request = { method: 'POST', path: `/credentials/${one.id}/test`, body: {} } as const;
		const { status, message } = await api.call(testedSchema, request).catch(untested);
		if (status !== 'Error' || NO_TEST.test(message)) continue;
		refused.push(`${describeCredential(one)} does not work: ${message}`);
	}
	return refused;
}

/** A key that may not test credentials is no reason to stop. */
function untested(error: unknown): z.infer<typeof testedSchema> {
	if (error instanceof HandoffProblem) return { status: 'untested', message: '' };
	throw error;
}
