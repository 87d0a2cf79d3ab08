import { z } from 'zod';
import { modeSchema } from '../../nodes/domain/handoff/mode';
import { fixedDaySchema } from '../../nodes/domain/policy/fixedDay';
import { timezoneSchema } from '../../nodes/domain/time/timezone';

const person = z.object({ name: z.string().min(1), email: z.string().email() }).strict();
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'must be a time such as 09:00');
const day = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** What a client agreed on; whatever is left out stays as the template has it. */
const agreed = z
	.object({
		/** The receiving team. */
		team: z.string().min(1),
		people: z.array(person).min(1),
		escalateTo: z.array(person).min(1),
		timezone: timezoneSchema,
		days: z.array(day).min(1),
		opens: time,
		closes: time,
		hoursToAccept: z.number().positive(),
		/** 0 when nobody counts what the sending team takes. */
		hoursToFix: z.number().nonnegative(),
		/** Ids of the required fields that stay. */
		requirements: z.array(z.string()).min(1),
	})
	.partial()
	.strict();

/** One client: which n8n, which templates, and what somebody would choose after the import. */
export const clientSchema = z
	.object({
		client: z
			.string()
			.regex(/^[a-z0-9][a-z0-9-]{0,23}$/, 'must be 1 to 24 small letters, digits and hyphens'),
		/** As it stands before the name of each workflow; the id of the client when left out. */
		name: z.string().min(1).max(40).optional(),
		url: z.string().url().optional(),
		/** The environment variable that holds the API key; a key itself never stands in a file. */
		apiKeyEnv: z
			.string()
			.regex(/^[A-Z_][A-Z0-9_]*$/, 'must be the NAME of an environment variable, not a key')
			.optional(),
		/** `hubspot-to-clickup`, `hubspot/asana/slack`, or the path of a workflow file. */
		templates: z.array(z.string().min(1)).min(1),
		/** By the words of the placeholder. */
		values: z.record(z.union([z.string().min(1), z.number().transform(String)])).default({}),
		/** Members of the node “Handoff settings”, such as the channels. */
		settings: z.record(z.union([z.string(), z.number().transform(String)])).default({}),
		/** Whole name or id of the credential in that n8n, by credential type. */
		credentials: z.record(z.string().min(1)).default({}),
		policy: agreed.default({}),
		/** Only what was won from this day on is handed over; from the first import on when left out. */
		wonSince: fixedDaySchema.optional(),
		/** How strictly the gates act; as in the templates when left out. */
		mode: z.string().toLowerCase().pipe(modeSchema).optional(),
		/** Whether what is complete goes into production. */
		publish: z.boolean().default(true),
		/** “Ledger Name” of our nodes; made of the id of the client when left out. */
		ledgerName: z
			.string()
			.max(24)
			.regex(/^([a-z0-9][a-z0-9_]*)?$/, 'must be small letters, digits and underscores')
			.optional(),
	})
	.strict();

export type Client = z.infer<typeof clientSchema>;
export type Agreed = Client['policy'];

export const nameOf = ({ client, name }: Client): string => name ?? client;

/** Whose ledger the nodes of a client keep; empty for the one that has no name. */
export const ledgerNameOf = ({ client, ledgerName }: Client): string =>
	ledgerName ?? client.replaceAll('-', '_');
