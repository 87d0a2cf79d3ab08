import { z } from 'zod';
import { closedObject } from '../../nodes/domain/base/closedObject';
import { modeSchema } from '../../nodes/domain/handoff/mode';
import { fixedDaySchema } from '../../nodes/domain/policy/fixedDay';
import { agreedSchema } from './agreed';

const text = z.union([z.string().min(1), z.number().transform(String)]);

/** One client: which n8n, which templates, and what somebody would choose after the import. */
export const clientSchema = closedObject({
	client: z
		.string()
		.regex(/^[a-z0-9][a-z0-9-]{0,23}$/, 'must be 1 to 24 small letters, digits and hyphens')
		.describe('An id of your own, which never changes: the tag of its workflows.'),
	name: z
		.string()
		.min(1)
		.max(40)
		.optional()
		.describe('Stands before the name of each workflow; the id when left out.'),
	url: z
		.string()
		.url('is not an address such as https://n8n.example.com')
		.optional()
		.describe('Where its n8n is; --url or N8N_URL when left out.'),
	apiKeyEnv: z
		.string()
		.regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the NAME of an environment variable, not a key')
		.optional()
		.describe('The environment variable that holds the API key; N8N_API_KEY when left out.'),
	templates: z
		.array(z.string().min(1))
		.min(1, 'needs at least one template')
		.describe('Names of templates, CRM/PROJECT/CHANNEL, or paths of workflow files.'),
	values: z.record(text).default({}).describe('What to choose, by the words of the placeholder.'),
	settings: z
		.record(z.union([z.string(), z.number().transform(String)]))
		.default({})
		.describe('Members of the node “Handoff settings”, such as the channels.'),
	credentials: z
		.record(z.string().min(1))
		.default({})
		.describe('Whole name or id of the credential in that n8n, by its type.'),
	policy: agreedSchema.default({}).describe('What the client agreed on.'),
	wonSince: z
		.string()
		.regex(/^\d{4}-\d\d-\d\d$/, 'is not a day: write it as 2026-03-02')
		.pipe(fixedDaySchema)
		.optional()
		.describe('Only what was won from this day on is handed over: 2026-03-02.'),
	mode: z
		.string()
		.toLowerCase()
		.pipe(modeSchema)
		.optional()
		.describe('How strictly the gates act: shadow, warn or enforce.'),
	publish: z.boolean().default(true).describe('Whether what is complete goes into production.'),
	ledgerName: z
		.string()
		.max(24)
		.regex(/^([a-z0-9][a-z0-9_]*)?$/, 'must be small letters, digits and underscores')
		.optional()
		.describe('“Ledger Name” of our nodes; made of the id when left out.'),
});

export type Client = z.infer<typeof clientSchema>;

export const nameOf = ({ client, name }: Client): string => name ?? client;

/** Whose ledger the nodes of a client keep; empty for the one that has no name. */
export const ledgerNameOf = ({ client, ledgerName }: Client): string =>
	ledgerName ?? client.replaceAll('-', '_');
