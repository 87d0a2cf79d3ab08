export type Cell = string | number | boolean;

/** One sheet of a document: its first row is the header. */
export function createSheetTable(title: string) {
	const header: string[] = [];
	const rows: Array<Record<string, Cell>> = [];
	return {
		title,
		header,
		rows,
		/** Every row with its header, as Google answers them. */
		values: (): Cell[][] =>
			[header, ...rows.map((row) => header.map((name) => row[name] ?? ''))].map(trimmed),
		/** Writes one cell below the other, such as `Deals!C5`; false where there is no such column. */
		write: (range: string, values: Cell[][]): boolean => {
			const [, letters = '', first = ''] = /!([A-Z]+)(\d+)/.exec(range) ?? [];
			const column = header[columnOf(letters)];
			if (column === undefined) return false;
			values.forEach(([value = ''], offset) => {
				const row = rows[Number(first) - 2 + offset];
				if (row) row[column] = value;
			});
			return true;
		},
		/** Writes whole rows, such as `Deals!5:7`, and adds those that are not there yet. */
		writeRows: (range: string, values: Cell[][]): boolean => {
			const [, first = ''] = /!(\d+):\d+$/.exec(range) ?? [];
			if (Number(first) < 2) return false;
			values.forEach((row, offset) => {
				const named = header.map((name, column): [string, Cell] => [name, row[column] ?? '']);
				rows[Number(first) - 2 + offset] = Object.fromEntries(named);
			});
			return true;
		},
	};
}

/** What stands before the exclamation mark of a range, which may be quoted. */
export const titleIn = (range: string): string => range.replace(/!.*$/, '').replace(/'/g, '');

const columnOf = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Google leaves out empty cells at the end of a row. */
function trimmed(cells: Cell[]): Cell[] {
	const filled = cells.map((cell, index) => (cell === '' ? 0 : index + 1));
	return cells.slice(0, Math.max(0, ...filled));
}
