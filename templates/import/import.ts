import { parseArgs } from 'node:util';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { readCatalogue } from '../lint/nodes/catalogue';
import { nameOf, type Client } from './client';
import { readClients } from './clientFile';
import { describeImport } from './describeImport';
import { importClient } from './importClient';
import { publicApi } from './publicApi';

const HELP = `npm run import -- CLIENTS [--client ID]... [--url URL] [--dry-run]

Imports templates into n8n for one client or a list of them (a JSON or CSV file), by n8n's public
API: workflows with everything chosen that the file says, tags; publishes what is
complete, and lists what a person must still choose. A second run updates and never undoes what
somebody changed in n8n.

  --client    only this client of the file; can be given several times
  --url       where n8n is, for clients without a "url" of their own (else N8N_URL)
  --dry-run   writes nothing, and says what would be done

The API key comes from the environment: N8N_API_KEY, or the variable that "apiKeyEnv" of a client
names. It is never read from a file. The exit code is 1 when a client could not be imported.`;

interface Given {
	url?: string;
	dryRun: boolean;
}

/** The command `npm run import`. */
async function runImport(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			client: { type: 'string', multiple: true },
			url: { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
		},
	});
	const [file] = positionals;
	if (file === undefined) {
		console.log(HELP);
		return;
	}
	const { client: only = [], url = process.env.N8N_URL } = values;
	const given = { dryRun: values['dry-run'] === true, ...(url === undefined ? {} : { url }) };
	if (given.dryRun) console.log('Dry run: nothing is written.\n');
	for (const client of choose(readClients(file), only)) await importOne(client, given);
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
async function importOne(client: Client, { url, dryRun }: Given): Promise<void> {
	try {
		const api = publicApi(client.url ?? url ?? missingUrl(), keyOf(client));
		const report = await importClient(api, client, { dryRun, catalogue: readCatalogue() });
		console.log(describeImport(report));
	} catch (error) {
		console.error(`${nameOf(client)}: not imported, or not wholly`);
		tell(error);
	}
}

function missingUrl(): never {
	throw new HandoffProblem(
		'Nobody said where n8n is.',
		'Give the client a "url", pass --url, or set N8N_URL.',
	);
}

function keyOf({ apiKeyEnv = 'N8N_API_KEY' }: Client): string {
	const key = process.env[apiKeyEnv];
	if (key !== undefined && key !== '') return key;
	throw new HandoffProblem(
		`The environment variable ${apiKeyEnv} is not set.`,
		'Make an API key in n8n under Settings → n8n API and put it into this variable.',
	);
}

/** In the user's words; what we did not foresee comes whole. */
function tell(error: unknown): void {
	process.exitCode = 1;
	if (error instanceof HandoffProblem) console.error(`  ${error.message}\n  → ${error.remedy}\n`);
	else console.error(error);
}

runImport().catch(tell);
