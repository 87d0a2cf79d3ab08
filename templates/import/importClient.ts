import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { placeholdersIn, textsIn } from '../lint/file/textsIn';
import type { Client } from './client';
import { chooseCredential, readCredentials } from './credentials';
import { settingsIn } from './fillSettings';
import { openImports, type Imports } from './imports';
import { importTemplate, type Done, type ImportOptions, type Prepared } from './importTemplate';
import { prepare } from './prepare';
import type { PublicApi } from './publicApi';
import { orderOf, readTemplate, type Template } from './templateFile';

export interface ClientReport {
	client: Client;
	url: string;
	templates: Done[];
	/** What the file says and no template asks for, and other things worth a look. */
	notes: string[];
}

const PACKAGE = 'n8n-nodes-handoff';

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
	const surroundings = { ...options, stored: await readCredentials(api) };
	for (const type of Object.keys(client.credentials)) {
		chooseCredential(type, client, surroundings.stored);
	}
	const prepared = templates.map((template) => ({
		name: template.name,
		original: template.workflow,
		workflow: prepare(template, client, surroundings),
	}));
	const notes = [...unusedIn(client, templates), ...(await missingPackage(api))];
	const imports = await openImports(api, client.client, options);
	return {
		client,
		url: api.url,
		templates: await importAll(api, prepared, { client, imports, options }),
		notes,
	};
}

async function importAll(
	api: PublicApi,
	prepared: readonly Prepared[],
	around: { client: Client; imports: Imports; options: ImportOptions },
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

/** Names in the file that no template asks for: mostly a slip of the pen. */
function unusedIn(client: Client, templates: readonly Template[]): string[] {
	const texts = templates.flatMap(({ workflow }) => textsIn(workflow.nodes, ''));
	const asked = new Set(texts.flatMap(({ text }) => placeholdersIn(text)));
	const known = templates.flatMap(({ workflow }) => Object.keys(settingsIn(workflow)));
	return [
		...Object.keys(client.values)
			.filter((what) => !asked.has(what))
			.map((what) => `values: none of the templates asks for “${what}”`),
		...Object.keys(client.settings)
			.filter((what) => !known.includes(what))
			.map(
				(what) => `settings: there is no “${what}”; there are ${[...new Set(known)].join(', ')}`,
			),
	];
}

/** n8n lists what was installed through its editor, not what was put into its folders. */
async function missingPackage(api: PublicApi): Promise<string[]> {
	try {
		const packages = await api.call(z.array(z.object({ packageName: z.string() }).passthrough()), {
			path: '/community-packages',
		});
		if (packages.some(({ packageName }) => packageName === PACKAGE)) return [];
		return [
			`that n8n does not list ${PACKAGE} among its community nodes: install it under Settings → Community nodes, unless it was put there another way`,
		];
	} catch (error) {
		if (error instanceof HandoffProblem) return [];
		throw error;
	}
}
