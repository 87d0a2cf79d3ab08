import { parseArgs } from 'node:util';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { readCatalogue } from '../lint/nodes/catalogue';
import { nameOf, type Client } from './client';
import { readClients } from './clientFile';
import { describeImport, describeRemoval } from './describeImport';
import { importClient, removeClient, type ClientReport } from './importClient';
import type { ImportOptions } from './importTemplate';
import { publicApi } from './publicApi';

const HELP = `npm run import -- CLIENTS [--client ID]... [--url URL] [--dry-run] [--take-ours WHAT]...
npm run import -- [CLIENTS] --remove ID

Imports templates into n8n for one client or a list of them (a JSON or CSV file), by n8n's public
API: workflows with everything chosen that the file says, tags; publishes what is complete, and lists
what a person must still choose. A second run updates, never undoes what somebody changed in n8n, and
takes out of production what is not in the list of templates any more.

  --client     only this client of the file; can be given several times
  --url        where n8n is, for clients without a "url" of their own (else N8N_URL)
  --dry-run    writes nothing, and says what would be done
  --take-ours  a node, or a template with all its nodes, that is made as the file says, whatever
               somebody changed in n8n; can be given several times
  --remove     takes everything of this client out of production

The API key comes from the environment: N8N_API_KEY, or the variable that "apiKeyEnv" of a client
names. It is never read from a file. The exit code is 1 when a client could not be imported, else 2
when something in n8n is not as the file says.`;

const [FAILED, DIFFERS] = [1, 2];

interface Given extends ImportOptions {
	url?: string;
}

const OPTIONS = {
	client: { type: 'string', multiple: true },
	url: { type: 'string' },
	'dry-run': { type: 'boolean', default: false },
	'take-ours': { type: 'string', multiple: true },
	remove: { type: 'string' },
	help: { type: 'boolean', default: false },
} as const;

/** The command `npm run import`. */
async function runImport(): Promise<void> {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
	const [file] = positionals;
	const { client: only = [], url = process.env.N8N_URL, remove } = values;
	if (values.help || (file === undefined && remove === undefined)) return console.log(HELP);
	const clients = file === undefined ? [] : readClients(file);
	const given: Given = {
		dryRun: values['dry-run'],
		takeOurs: values['take-ours'] ?? [],
		catalogue: readCatalogue(),
		...(url === undefined ? {} : { url }),
	};
	if (given.dryRun) console.log('Dry run: nothing is written.\n');
	if (remove !== undefined) return await removeOne(remove, clients, given);
	const reports: ClientReport[] = [];
	const chosen = choose(clients, only);
	for (const client of chosen) reports.push(...(await importOne(client, given)));
	requireTaken(reports, given.takeOurs);
	const changed = reports.filter(({ templates }) =>
		templates.some(({ drift }) => drift.length > 0),
	);
	const done = given.dryRun ? 'looked at' : 'imported';
	console.log(
		`${reports.length} of ${chosen.length} clients ${done}; ${changed.length} changed in n8n.`,
	);
	if (process.exitCode === undefined && changed.length > 0) process.exitCode = DIFFERS;
}

function choose(clients: Client[], only: readonly string[]): Client[] {
	const ids = clients.map(({ client }) => client);
	const unknown = only.find((id) => !ids.includes(id));
	if (unknown !== undefined) {
		throw new HandoffProblem(`The file has no client “${unknown}”.`, `It has ${ids.join(', ')}.`);
	}
	return only.length === 0 ? clients : clients.filter(({ client }) => only.includes(client));
}

/** One client that fails does not stop the others. */
async function importOne(client: Client, given: Given): Promise<ClientReport[]> {
	try {
		const report = await importClient(apiOf(client, given), client, given);
		console.log(describeImport(report, given));
		return [report];
	} catch (error) {
		console.error(`${nameOf(client)}: not imported, or not wholly`);
		tell(error);
		return [];
	}
}

async function removeOne(id: string, clients: readonly Client[], given: Given): Promise<void> {
	const api = apiOf(clients.find(({ client }) => client === id) ?? {}, given);
	const retired = await removeClient(api, id, given);
	console.log(describeRemoval(id, retired, { url: api.url, dryRun: given.dryRun }));
}

/** A name that nothing has is a slip of the pen. */
function requireTaken(reports: readonly ClientReport[], takeOurs: readonly string[]): void {
	const known = new Set(
		reports.flatMap(({ templates }) =>
			templates.flatMap(({ template, names }) => [template, ...names]),
		),
	);
	const unknown = takeOurs.find((name) => !known.has(name));
	if (unknown === undefined) return;
	throw new HandoffProblem(
		`--take-ours: no template and no node is called “${unknown}”.`,
		'Write the name as the report has it, in quotes when it has blanks.',
	);
}

const apiOf = (client: Pick<Client, 'url' | 'apiKeyEnv'>, { url }: Given) =>
	publicApi(client.url ?? url ?? missingUrl(), keyOf(client));

function missingUrl(): never {
	throw new HandoffProblem(
		'Nobody said where n8n is.',
		'Give the client a "url", pass --url, or set N8N_URL.',
	);
}

function keyOf({ apiKeyEnv = 'N8N_API_KEY' }: Pick<Client, 'apiKeyEnv'>): string {
	const key = process.env[apiKeyEnv];
	if (key !== undefined && key !== '') return key;
	throw new HandoffProblem(
		`The environment variable ${apiKeyEnv} is not set.`,
		'Make an API key in n8n under Settings → n8n API and put it into this variable.',
	);
}

/** In the user's words; what we did not foresee comes whole. */
function tell(error: unknown): void {
	process.exitCode = FAILED;
	if (error instanceof HandoffProblem) console.error(`  ${error.message}\n  → ${error.remedy}\n`);
	else console.error(error);
}

runImport().catch(tell);
