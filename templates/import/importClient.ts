import { HandoffProblem } from '../../nodes/domain/base/problem';
import type { Client } from './client';
import {
	chooseCredential,
	credentialsIn,
	describeCredential,
	readCredentials,
	refusedCredentials,
} from './credentials';
import { openImports } from './imports';
import {
	importTemplate,
	type Around,
	type Done,
	type ImportOptions,
	type Prepared,
} from './importTemplate';
import { missingPackage, notesOn } from './notes';
import { prepare } from './prepare';
import type { PublicApi } from './publicApi';
import { retire, retireMarked, type Retired } from './retire';
import { storedSchema, type StoredWorkflow } from './stored';
import { orderOf, readTemplate, type Template } from './templateFile';

export interface ClientReport {
	client: Client;
	url: string;
	/** The accounts that the workflows work with, each named. */
	credentials: string[];
	templates: Done[];
	retired: Retired[];
	/** What the file says and no template asks for, and other things worth a look. */
	notes: string[];
}

/**
 * Imports the templates of one client, those that others refer to first. Everything that can be wrong
 * in the file is found before anything is written.
 *
 * @throws HandoffProblem with what is wrong and what to do
 */
export async function importClient(
	api: PublicApi,
	client: Client,
	options: ImportOptions,
): Promise<ClientReport> {
	const templates = client.templates
		.map(readTemplate)
		.sort((one, other) => orderOf(one) - orderOf(other));
	requireDifferent(templates);
	const credentials = await readCredentials(api);
	for (const type of Object.keys(client.credentials)) chooseCredential(type, client, credentials);
	const prepared = templates.map((template) => ({
		name: template.name,
		original: template.workflow,
		workflow: prepare(template, client, { ...options, credentials }),
	}));
	const taken = credentialsIn(prepared.map(({ workflow }) => workflow));
	const notes = [
		...notesOn(client, templates),
		...(await missingPackage(api)),
		...(options.dryRun ? await refusedCredentials(api, taken) : []),
	];
	const imports = await openImports(api, client.client, options);
	const around = { client, imports, options, credentials, workflows: listOnce(api) };
	return {
		client,
		url: api.url,
		credentials: taken.map(describeCredential),
		templates: await importAll(api, prepared, around),
		retired: await retire(
			api,
			around,
			templates.map(({ name }) => name),
		),
		notes,
	};
}

/** Takes everything of a client who leaves out of production. */
export async function removeClient(
	api: PublicApi,
	client: string,
	options: ImportOptions,
): Promise<Retired[]> {
	const imports = await openImports(api, client, options);
	const known = await retire(api, { imports, options }, []);
	const marked = await retireMarked(api, { client, options, workflows: listOnce(api) });
	const ids = new Set(known.map(({ id }) => id));
	return [...known, ...marked.filter(({ id }) => !ids.has(id))];
}

function listOnce(api: PublicApi): () => Promise<readonly StoredWorkflow[]> {
	let listed: Promise<StoredWorkflow[]> | undefined;
	return () => (listed ??= api.list(storedSchema, '/workflows'));
}

/** Files in two folders can have one name. */
function requireDifferent(templates: readonly Template[]): void {
	const names = templates.map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === undefined) return;
	throw new HandoffProblem(
		`“templates” has “${twice}” twice.`,
		'List each template once, and give workflow files different names.',
	);
}

async function importAll(
	api: PublicApi,
	prepared: readonly Prepared[],
	around: Around,
): Promise<Done[]> {
	const done: Done[] = [];
	let errorWorkflow: string | undefined;
	for (const template of prepared) {
		const one = await importTemplate(api, template, { ...around, errorWorkflow });
		if (orderOf(template) === 0) errorWorkflow ??= one.id;
		done.push(one);
	}
	return done;
}
