import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';

const rowsSchema = z.array(z.record(z.string()));

type Read = (cell: string, separator: string) => unknown;

const asText: Read = (cell) => cell;
/** What is no number stays what it is, so that the message shows it. */
const asNumber: Read = (cell) => {
	const number = Number(cell.replace(',', '.'));
	return Number.isNaN(number) ? cell : number;
};
const asYesNo: Read = (cell) => ({ yes: true, true: true, no: false, false: false })[cell] ?? cell;
const asList = (cell: string, separator: string): string[] =>
	cell
		.split(separator)
		.map((one) => one.trim())
		.filter((one) => one !== '');
const asPeople: Read = (cell, separator) => asList(cell, separator).map(personOf);

/** `Dana Delivery <dana@example.com>`; what is no such thing, the schema of a client refuses. */
function personOf(text: string): { name: string; email: string } {
	const [, name = '', email = text] = /^([^<]*)<([^>]+)>$/.exec(text) ?? [];
	return { name: name.trim() === '' ? email : name.trim(), email };
}

/** Columns of one word each, and how their cells are read. */
const COLUMNS: Record<string, Read> = {
	client: asText,
	name: asText,
	url: asText,
	apiKeyEnv: asText,
	templates: asList,
	wonSince: asText,
	mode: asText,
	publish: asYesNo,
	ledgerName: asText,
};
/** The same for what goes into `policy`. */
const AGREED: Record<string, Read> = {
	team: asText,
	people: asPeople,
	escalateTo: asPeople,
	language: asText,
	timezone: asText,
	days: asList,
	opens: asText,
	closes: asText,
	holidays: asList,
	holidaysIcs: asText,
	hoursToAccept: asNumber,
	hoursToFix: asNumber,
	requirements: asList,
	checklist: asList,
	returnReasons: asList,
};
const GROUPS = ['values', 'settings', 'credentials'];

/**
 * Clients from a CSV file, one a row, as JSON would have them. Cells are separated by commas or by
 * semicolons, whichever the first line has, and lists in a cell by the other one. People are `Name
 * <address>`, and what is chosen has columns such as `values:ClickUp workspace` or
 * `credentials:slackApi`. An empty cell says nothing.
 *
 * @throws HandoffProblem when it is no CSV file
 */
export function readClientTable(
	text: string,
	path: string,
): { clients: unknown[]; mistakes: string[] } {
	const delimiter = delimiterOf(text);
	const separator = delimiter === ',' ? ';' : ',';
	const rows = parseRows(text, { path, delimiter });
	const columns = Object.keys(rows[0] ?? {});
	return {
		clients: rows.map((row) => readRow(row, separator)),
		mistakes: columns.filter((column) => placeOf(column) === undefined).map(unknownColumn),
	};
}

/** What the first line has more of. */
function delimiterOf(text: string): ',' | ';' {
	const [line = ''] = text.split('\n', 1);
	return line.split(';').length > line.split(',').length ? ';' : ',';
}

const unknownColumn = (column: string): string =>
	`the column “${column}” means nothing: columns are ${[...Object.keys(COLUMNS), ...Object.keys(AGREED)].join(', ')}, and ${GROUPS.map((one) => `${one}:…`).join(', ')}`;

function parseRows(
	text: string,
	{ path, delimiter }: { path: string; delimiter: string },
): Array<Record<string, string>> {
	const options = { columns: true, trim: true, skip_empty_lines: true, delimiter };
	try {
		return rowsSchema.parse(parse(text, options));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new HandoffProblem(
			`${path} is not a CSV file: ${why}`,
			'Save it as CSV, with commas or with semicolons.',
		);
	}
}

function readRow(row: Record<string, string>, separator: string): Record<string, unknown> {
	const client: Record<string, unknown> = {};
	for (const [column, cell] of Object.entries(row)) {
		const place = placeOf(column);
		if (cell === '' || place === undefined) continue;
		const { group, member, read } = place;
		const value = read(cell, separator);
		if (group === undefined) client[member] = value;
		else put(client, group, { [member]: value });
	}
	return client;
}

interface Place {
	/** The member of a client that holds it; none for a member of the client itself. */
	group?: string;
	member: string;
	read: Read;
}

/** Where the cells of a column go; nothing for one that means nothing. */
function placeOf(column: string): Place | undefined {
	const [group = '', ...rest] = column.split(':');
	if (GROUPS.includes(group) && rest.length > 0) {
		return { group, member: rest.join(':'), read: asText };
	}
	const [own, agreed] = [COLUMNS[column], AGREED[column]];
	if (own !== undefined) return { member: column, read: own };
	return agreed && { group: 'policy', member: column, read: agreed };
}

function put(client: Record<string, unknown>, group: string, more: Record<string, unknown>): void {
	const before = z.record(z.unknown()).catch({}).parse(client[group]);
	client[group] = { ...before, ...more };
}
