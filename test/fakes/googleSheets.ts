import { z } from 'zod';
import { KEYS } from './credentials';
import { createSheetTable, titleIn, type Cell } from './sheetTable';
import { createVendor, type Answer, type Routes } from './vendor';

/** A document with a sheet of deals and a sheet of signed offers. */
export const GOOGLE_SHEET = {
	document: '1StudioDealsSheet000000000000000000000000000',
	gid: '0',
	offersGid: '1',
};

const cells = z.object({
	range: z.string(),
	values: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]))),
});

const batch = z.object({
	valueInputOption: z.enum(['RAW', 'USER_ENTERED']),
	data: z.array(cells),
});

/** Stands in for Google's Sheets API with one document; the first row of a sheet is its header. */
export function createGoogleSheets() {
	const deals = createSheetTable('Deals');
	const offers = createSheetTable('Signed offers');
	offers.header.push('Deal ID', 'Signed amount', 'Signed on');
	return {
		...createVendor({
			name: 'Google Sheets',
			hosts: ['sheets.googleapis.com'],
			routes: routesOf([deals, offers]),
			authorize: ({ headers: { authorization } }) =>
				authorization === `Bearer ${KEYS.google}`
					? undefined
					: problem(401, 'Request had invalid authentication credentials.', 'UNAUTHENTICATED'),
			answerUnknown: () => problem(404, 'Requested entity was not found.', 'NOT_FOUND'),
			answerBusy: () => problem(429, 'Quota exceeded for quota metric', 'RESOURCE_EXHAUSTED'),
			answerBroken: () => problem(500, 'Internal error encountered.', 'INTERNAL'),
		}),
		/** Writes the header of the deals. */
		setColumns: (...names: string[]): void =>
			void deals.header.splice(0, deals.header.length, ...names),
		/** Adds a deal below the others and returns what its column `ID` says. */
		addRow: (row: Record<string, Cell>): string => {
			const ID = `D-${deals.rows.length + 1}`;
			deals.rows.push({ ...row, ID });
			return ID;
		},
		updateRow: (id: string, cells: Record<string, Cell>): void => {
			const row = deals.rows.find(({ ID }) => ID === id);
			if (row === undefined) throw new Error(`The Google Sheets stand-in has no row ${id}`);
			Object.assign(row, cells);
		},
		rows: () => deals.rows.map((row) => ({ ...row })),
		/** Writes what a client has signed for a deal; instead of what stood there before. */
		writeOffer: (deal: Cell, amount: Cell, signedOn: Cell = '2026-03-02'): void => {
			const offer = { 'Deal ID': deal, 'Signed amount': amount, 'Signed on': signedOn };
			const place = offers.rows.findIndex((row) => row['Deal ID'] === deal);
			offers.rows.splice(place < 0 ? offers.rows.length : place, 1, offer);
		},
	};
}

function routesOf(sheets: Array<ReturnType<typeof createSheetTable>>): Routes {
	const path = `/v4/spreadsheets/${GOOGLE_SHEET.document}`;
	const sheetOf = (range: string) => sheets.find(({ title }) => title === titleIn(range));
	const properties = sheets.map(({ title }, index) => ({
		properties: { sheetId: index, title, index },
	}));
	return {
		[`GET ${path}`]: () => ({ status: 200, body: { sheets: properties } }),
		[`GET ${path}/values/:range`]: ({ params }) => {
			const range = decodeURIComponent(params.range ?? '');
			const values = sheetOf(range)?.values();
			if (values === undefined) return problem(400, `Unable to parse range: ${range}`);
			return { status: 200, body: { range, majorDimension: 'ROWS', values } };
		},
		[`PUT ${path}/values/:range`]: ({ body }) => {
			const read = cells.safeParse(body);
			if (!read.success) return problem(400, 'Invalid JSON payload received.');
			const { range, values } = read.data;
			return written(sheetOf(range)?.writeRows(range, values) ?? false);
		},
		// A sheet of this stand-in grows by itself: what is asked here is room for more rows.
		[`POST ${path}:batchUpdate`]: () => ({ status: 200, body: { replies: [{}] } }),
		[`POST ${path}/values:batchUpdate`]: ({ body }) => {
			const read = batch.safeParse(body);
			if (!read.success) return problem(400, 'Invalid JSON payload received.');
			const { data, valueInputOption } = read.data;
			const cellOf = (value: Cell) => (valueInputOption === 'RAW' ? value : entered(value));
			return written(
				data.every(
					({ range, values }) =>
						sheetOf(range)?.write(
							range,
							values.map((row) => row.map(cellOf)),
						) ?? false,
				),
			);
		},
	};
}

/** What a person who types it would see: a formula is worked out, an apostrophe in front is not shown. */
const entered = (value: Cell): Cell =>
	typeof value !== 'string' ? value : /^[=+]/.test(value) ? '#NAME?' : value.replace(/^'/, '');

const written = (done: boolean): Answer =>
	done ? { status: 200, body: {} } : problem(400, 'Unable to parse range');

const problem = (code: number, message: string, status = 'INVALID_ARGUMENT'): Answer => ({
	status: code,
	body: { error: { code, message, status } },
});
