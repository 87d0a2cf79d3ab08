import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { remedyOf } from '../../nodes/domain/time/problemAt';
import { clientSchema, type Client } from './client';
import { readClientTable } from './clientTable';

const REMEDY = 'templates/README.md shows a file of clients, as JSON and as CSV.';

/**
 * Reads one client, or a list of them, from a JSON or a CSV file.
 *
 * @throws HandoffProblem that names the client and the place
 */
export function readClients(path: string): Client[] {
	const raw = readRaw(path);
	const clients = raw.map((one, index) => readClient(one, index, path));
	const ids = clients.map(({ client }) => client);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice === undefined) return clients;
	throw new HandoffProblem(`${path} has the client “${twice}” twice.`, 'Give each client an id.');
}

function readRaw(path: string): unknown[] {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`The file of clients cannot be read: ${why}`, REMEDY);
	}
	if (extname(path).toLowerCase() === '.csv') return readClientTable(text, path);
	try {
		const json: unknown = JSON.parse(text);
		return Array.isArray(json) ? json : [json];
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`${path} is not JSON: ${why}`, REMEDY);
	}
}

function readClient(raw: unknown, index: number, path: string): Client {
	const read = clientSchema.safeParse(raw);
	if (read.success) return read.data;
	const named = z.object({ client: z.string() }).safeParse(raw);
	const who = named.success ? `client “${named.data.client}”` : `client ${index + 1}`;
	const [issue] = read.error.issues;
	const at = issue?.path.join('.') ?? '';
	throw new HandoffProblem(
		`${path}, ${who}${at === '' ? '' : `, “${at}”`}: ${issue?.message ?? 'cannot be read'}.`,
		(issue && remedyOf(issue)) ?? REMEDY,
	);
}
