import { clientSchema, type Client } from '../../templates/import/client';
import { importClient, type ClientReport } from '../../templates/import/importClient';
import type { ImportOptions } from '../../templates/import/importTemplate';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import type { PublicN8n } from './publicN8n';

export const catalogue = readCatalogue();

export const TEMPLATE = 'webhook-to-clickup';
/** The same as a combination of systems. */
export const CHOSEN = {
	'Hook of the other system that hears of decisions': 'https://crm.example.com/hook',
	'ClickUp workspace': '9001',
	'ClickUp space': '90010',
	'ClickUp list for new projects': '901',
};
const PERSON = { name: 'Dana Delivery', email: 'dana@nord.test' };
const TYPES = ['slackApi', 'clickUpApi', 'httpHeaderAuth'];

/** A client with everything chosen, whose accounts are called `NAME TYPE`. */
export const clientOf = (client: string, more: Record<string, unknown> = {}): Client =>
	clientSchema.parse({
		client,
		templates: [TEMPLATE],
		values: CHOSEN,
		credentials: Object.fromEntries(TYPES.map((type) => [type, `${client} ${type}`])),
		policy: { people: [PERSON], escalateTo: [PERSON] },
		...more,
	});

/** Accounts of a client in an n8n. */
export function addAccounts(n8n: PublicN8n, client: string): void {
	for (const type of TYPES) {
		n8n.credentials.push({ id: `${client}-${type}`, name: `${client} ${type}`, type });
	}
}

/** One run of the import. */
export const runImport = async (
	n8n: PublicN8n,
	client: Client,
	more: Partial<ImportOptions> = {},
): Promise<ClientReport> =>
	await importClient(n8n, client, { dryRun: false, catalogue, takeOurs: [], ...more });
