import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { explainIssue } from '../../nodes/domain/policy/explainIssue';
import { parseCalendar } from '../../nodes/domain/time/calendar';
import { clientSchema, type Client } from './client';
import { readClientTable } from './clientTable';

const REMEDY =
	'docs/importing-for-clients.md says what may stand in a file of clients; with "$schema": "templates/import/clients.schema.json" an editor says it as you type.';

/** Holidays of a feed are taken for this year and so many more. */
const YEARS_AHEAD = 2;

/**
 * Reads one client, or a list of them, from a JSON or a CSV file.
 *
 * @throws HandoffProblem that names every mistake with client, place and value
 */
export function readClients(path: string): Client[] {
	const { clients, mistakes } = readRaw(path);
	const read = clients.map((raw, index) => readClient(raw, { index, path }));
	const all = [
		...mistakes,
		...read.flatMap((one) => one.mistakes),
		...twice(read.flatMap(({ client }) => client?.client ?? [])),
	];
	if (all.length === 0) return read.flatMap(({ client }) => client ?? []);
	const count = all.length === 1 ? 'one mistake' : `${all.length} mistakes`;
	throw new HandoffProblem(
		[`${path} has ${count}:`, ...all.map((one) => `    - ${one}`)].join('\n'),
		REMEDY,
	);
}

const twice = (ids: readonly string[]): string[] =>
	[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
		(id) => `the client “${id}” is there twice; give each client an id of its own`,
	);

interface Raw {
	clients: unknown[];
	mistakes: string[];
}

function readRaw(path: string): Raw {
	const text = readText(path);
	if (extname(path).toLowerCase() === '.csv') return readClientTable(text, path);
	try {
		const json: unknown = JSON.parse(text);
		const listed = z.object({ clients: z.array(z.unknown()) }).safeParse(json);
		if (listed.success) return { clients: listed.data.clients, mistakes: [] };
		return { clients: Array.isArray(json) ? json : [json], mistakes: [] };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`${path} is not JSON: ${why}`, REMEDY);
	}
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`${path} cannot be read: ${why}`, REMEDY);
	}
}

interface ReadClient {
	client?: Client;
	mistakes: string[];
}

function readClient(raw: unknown, { index, path }: { index: number; path: string }): ReadClient {
	const named = z.object({ client: z.string() }).safeParse(raw);
	const who = named.success ? `client “${named.data.client}”` : `client ${index + 1}`;
	const read = clientSchema.safeParse(withoutEditorKey(raw));
	if (!read.success)
		return { mistakes: read.error.issues.map((one) => `${who}, ${words(one, raw)}`) };
	try {
		return { client: withFeed(read.data, dirname(path)), mistakes: [] };
	} catch (error) {
		if (!(error instanceof HandoffProblem)) throw error;
		return { mistakes: [`${who}, ${error.message} (${error.remedy})`] };
	}
}

/** What is wrong in one place, with the value and what to do. */
function words(issue: z.ZodIssue, raw: unknown): string {
	const { message, remedy } = explainIssue(issue, raw);
	const whole = issue.path.length === 0 ? message.replace(/^the policy: /, '') : message;
	const isOwn = issue.code === 'custom' || remedy.startsWith('Did you mean');
	return isOwn && !whole.includes(remedy) ? `${whole} (${remedy})` : whole;
}

/** A file of one client may say by which schema an editor helps with it. */
const withoutEditorKey = (raw: unknown): unknown => {
	const read = z.object({ $schema: z.unknown() }).passthrough().safeParse(raw);
	if (!read.success) return raw;
	const { $schema: _schema, ...client } = read.data;
	return client;
};

/** The holidays of an iCalendar file, as days in the policy. */
function withFeed(client: Client, folder: string): Client {
	const { holidaysIcs, ...policy } = client.policy;
	if (holidaysIcs === undefined) return client;
	const year = new Date().getUTCFullYear();
	const { holidays } = parseCalendar(
		{
			timezone: policy.timezone ?? 'UTC',
			weekly: { mon: [['09:00', '17:00']] },
			holidays: policy.holidays ?? [],
			holidaysIcs: {
				text: readText(resolve(folder, holidaysIcs)),
				from: `${year}-01-01`,
				to: `${year + YEARS_AHEAD}-12-31`,
			},
		},
		'policy',
	);
	return { ...client, policy: { ...policy, holidays } };
}
