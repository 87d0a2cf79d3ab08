import { isObject } from '../base/isObject';
import { LEDGER_COLUMNS } from '../handoff/ledgerColumns';

/** A row as a store hands it back: the ledger's columns under the ledger's names, of any type. */
export type Cells = Readonly<Record<string, unknown>>;

const BY_PLAIN_NAME = new Map<string, string>(
	LEDGER_COLUMNS.map((column) => [column.toLowerCase(), column]),
);

/**
 * Takes a stored row as it is when it carries our column names; otherwise finds the columns whatever
 * their case and separators (`eventid`, `event_id`, `Event ID`). Columns of the store's own stay.
 *
 * @returns undefined for what is no object
 */
export function readCells(row: unknown): Cells | undefined {
	if (!isObject(row)) return undefined;
	if (row.eventId !== undefined && row.handoffId !== undefined) return row;
	const found = new Map<string, unknown>();
	for (const [name, value] of Object.entries(row)) {
		const column = BY_PLAIN_NAME.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? name;
		if (column === name || !found.has(column)) found.set(column, value);
	}
	return Object.fromEntries(found);
}

/** A cell as text: numbers and dates in their one form, nothing as the empty text. */
export function textOf(cell: unknown): string {
	if (typeof cell === 'string') return cell;
	if (cell === undefined || cell === null) return '';
	if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
	return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

const NUMBER = /^\s*[+-]?\d{1,15}(?:[.,]\d{1,15})?\s*$/;

/** A cell as a number: `12.5`, `"12.5"` and the `"12,5"` of a sheet. Undefined when it is none. */
export function numberOf(cell: unknown): number | undefined {
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
	if (typeof cell !== 'string' || !NUMBER.test(cell)) return undefined;
	return Number(cell.replace(',', '.'));
}

/** Milliseconds with an offset, as ISO 8601 and as Postgres write them. */
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3}0*)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/** The years that a clock can show; what lies beyond is a slip, such as seconds for milliseconds. */
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2200, 0);

/**
 * A cell as an instant: ISO 8601 with an offset, a `Date`, or milliseconds since 1970.
 *
 * @returns undefined for anything else, and for a time without offset, which would be another moment
 * on every server
 */
export function instantOf(cell: unknown): number | undefined {
	const instant = momentOf(cell);
	return instant >= EARLIEST && instant < LATEST ? instant : undefined;
}

function momentOf(cell: unknown): number {
	if (typeof cell === 'number') return Math.round(cell);
	if (cell instanceof Date) return cell.getTime();
	if (typeof cell !== 'string') return Number.NaN;
	if (MOMENT.test(cell)) {
		return Date.parse(cell.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
	}
	return /^\d{13}$/.test(cell) ? Number(cell) : Number.NaN;
}
