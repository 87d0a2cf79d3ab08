import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';

const rowsSchema = z.array(z.record(z.string()));

/** Columns of one word each, and where their value goes in a client. */
const PLAIN = ['client', 'name', 'url', 'apiKeyEnv', 'ledgerName'];
const LISTS: Record<string, [group: string | undefined, member: string]> = {
	templates: [undefined, 'templates'],
	days: ['policy', 'days'],
	requirements: ['policy', 'requirements'],
};
const AGREED = ['team', 'timezone', 'opens', 'closes'];
const HOURS = ['hoursToAccept', 'hoursToFix'];
const PEOPLE = ['people', 'escalateTo'];
const GROUPS = ['values', 'settings', 'credentials'];

const COLUMNS = [...PLAIN, ...Object.keys(LISTS), ...AGREED, ...PEOPLE, ...HOURS];

/**
 * Clients from a CSV file, one a row, as JSON would have them. Columns are the members of a client,
 * lists in a cell are separated by `;`, people are `Name <address>`, and what is chosen has columns
 * such as `values:ClickUp workspace` or `credentials:slackApi`. An empty cell says nothing.
 *
 * @throws HandoffProblem for a column that means nothing
 */
export function readClientTable(text: string, path: string): Array<Record<string, unknown>> {
	return parseRows(text, path).map((row) => {
		const client: Record<string, unknown> = {};
		for (const [column, cell] of Object.entries(row)) {
			if (cell !== '') place(client, column, { cell, path });
		}
		return client;
	});
}

function parseRows(text: string, path: string): Array<Record<string, string>> {
	try {
		return rowsSchema.parse(parse(text, { columns: true, trim: true, skip_empty_lines: true }));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(`${path} is not a CSV file: ${why}`, 'Save it as CSV with commas.');
	}
}

function place(
	client: Record<string, unknown>,
	column: string,
	{ cell, path }: { cell: string; path: string },
): void {
	const [group = '', ...rest] = column.split(':');
	if (GROUPS.includes(group) && rest.length > 0) put(client, group, rest.join(':'), cell);
	else if (PLAIN.includes(column)) client[column] = cell;
	else if (AGREED.includes(column)) put(client, 'policy', column, cell);
	else if (PEOPLE.includes(column)) put(client, 'policy', column, listOf(cell).map(personOf));
	else if (HOURS.includes(column)) put(client, 'policy', column, Number(cell));
	else if (LISTS[column] !== undefined) {
		const [into, member] = LISTS[column];
		if (into === undefined) client[member] = listOf(cell);
		else put(client, into, member, listOf(cell));
	} else {
		throw new HandoffProblem(
			`${path} has a column “${column}”, which means nothing.`,
			`Columns are ${COLUMNS.join(', ')}, and ${GROUPS.map((one) => `${one}:…`).join(', ')}.`,
		);
	}
}

function put(client: Record<string, unknown>, group: string, member: string, value: unknown): void {
	const before = z.record(z.unknown()).catch({}).parse(client[group]);
	client[group] = { ...before, [member]: value };
}

const listOf = (cell: string): string[] =>
	cell
		.split(';')
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** `Dana Delivery <dana@example.com>`; what is no such thing, the schema of a client refuses. */
function personOf(text: string): { name: string; email: string } {
	const [, name = '', email = text] = /^(.*?)\s*<([^>]+)>$/.exec(text) ?? [];
	return { name: name === '' ? email : name, email };
}
