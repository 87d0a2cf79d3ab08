import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer } from './vendor';

type Cell = string | number | boolean;

export const GOOGLE_SHEET = { document: '1StudioDealsSheet000000000000000000000000000', gid: '0' };
const TITLE = 'Deals';

const cells = z.object({
	range: z.string(),
	values: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]))),
});

const batch = z.object({
	valueInputOption: z.enum(['RAW', 'USER_ENTERED']),
	data: z.array(cells),
});

/** Stands in for Google's Sheets API with one document of one sheet; its first row is the header. */
export function createGoogleSheets() {
	const header: string[] = [];
	const rows: Array<Record<string, Cell>> = [];
	const path = `/v4/spreadsheets/${GOOGLE_SHEET.document}`;
	const write = (range: string, values: Cell[][]): boolean => {
		const [, letters = '', first = ''] = /!([A-Z]+)(\d+)/.exec(range) ?? [];
		const column = header[columnOf(letters)];
		if (column === undefined) return false;
		values.forEach(([value = ''], offset) => {
			const row = rows[Number(first) - 2 + offset];
			if (row) row[column] = value;
		});
		return true;
	};
	/** Writes whole rows, such as `Deals!5:7`, and adds those that are not there yet. */
	const writeRows = (range: string, values: Cell[][]): boolean => {
		const [, title = '', first = ''] = /^'?(.*?)'?!(\d+):\d+$/.exec(range) ?? [];
		if (title !== TITLE || Number(first) < 2) return false;
		values.forEach((row, offset) => {
			const named = header.map((name, column): [string, Cell] => [name, row[column] ?? '']);
			rows[Number(first) - 2 + offset] = Object.fromEntries(named);
		});
		return true;
	};
	return {
		...createVendor({
			name: 'Google Sheets',
			hosts: ['sheets.googleapis.com'],
			routes: {
				[`GET ${path}`]: () => ({
					status: 200,
					body: { sheets: [{ properties: { sheetId: 0, title: TITLE, index: 0 } }] },
				}),
				[`GET ${path}/values/:range`]: ({ params }) => {
					const range = decodeURIComponent(params.range ?? '').replace(/'/g, '');
					if (range.replace(/!.*$/, '') !== TITLE)
						return problem(400, `Unable to parse range: ${range}`);
					const values = [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
					return {
						status: 200,
						body: { range, majorDimension: 'ROWS', values: values.map(trimmed) },
					};
				},
				[`PUT ${path}/values/:range`]: ({ body }) => {
					const read = cells.safeParse(body);
					if (!read.success) return problem(400, 'Invalid JSON payload received.');
					const done = writeRows(read.data.range, read.data.values);
					return done ? { status: 200, body: {} } : problem(400, 'Unable to parse range');
				},
				// A sheet of this stand-in grows by itself: what is asked here is room for more rows.
				[`POST ${path}:batchUpdate`]: () => ({ status: 200, body: { replies: [{}] } }),
				[`POST ${path}/values:batchUpdate`]: ({ body }) => {
					const read = batch.safeParse(body);
					if (!read.success) return problem(400, 'Invalid JSON payload received.');
					const done = read.data.data.every(({ range, values }) => write(range, values));
					return done ? { status: 200, body: {} } : problem(400, 'Unable to parse range');
				},
			},
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.google}`
					? undefined
					: problem(401, 'Request had invalid authentication credentials.', 'UNAUTHENTICATED'),
			answerUnknown: () => problem(404, 'Requested entity was not found.', 'NOT_FOUND'),
			answerBusy: () => problem(429, 'Quota exceeded for quota metric', 'RESOURCE_EXHAUSTED'),
			answerBroken: () => problem(500, 'Internal error encountered.', 'INTERNAL'),
		}),
		/** Writes the header. */
		setColumns: (...names: string[]): void => void header.splice(0, header.length, ...names),
		/** Adds a row below the others and returns what its column `ID` says. */
		addRow: (row: Record<string, Cell>): string => {
			const ID = `D-${rows.length + 1}`;
			rows.push({ ...row, ID });
			return ID;
		},
		updateRow: (id: string, cells: Record<string, Cell>): void => {
			const row = rows.find(({ ID }) => ID === id);
			if (row === undefined) throw new Error(`The Google Sheets stand-in has no row ${id}`);
			Object.assign(row, cells);
		},
		rows: () => rows.map((row) => ({ ...row })),
	};
}

const columnOf = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Google leaves out empty cells at the end of a row. */
function trimmed(cells: Cell[]): Cell[] {
	const filled = cells.map((cell, index) => (cell === '' ? 0 : index + 1));
	return cells.slice(0, Math.max(0, ...filled));
}

const problem = (code: number, message: string, status = 'INVALID_ARGUMENT'): Answer => ({
	status: code,
	body: { error: { code, message, status } },
});
