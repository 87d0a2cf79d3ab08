import { LEDGER_COLUMNS } from '../handoff/ledgerColumns';
import { ledgerEventTypeSchema, type LedgerEventType } from '../handoff/rowData';
import { instantOf, readCells, textOf } from './cells';
import type { LedgerEvent } from './ledgerEvent';
import { openData } from './openData';
import { openRow, type RowToRead } from './openRow';
import { startRowProblems, type RowProblem, type RowProblems } from './rowProblems';

export interface ReadLedger {
	/** Every usable row once, in the order in which the rows came. */
	rows: LedgerEvent[];
	/** What was wrong with which rows, by kind. */
	problems: RowProblem[];
}

const TYPES = new Map<string, LedgerEventType>(
	ledgerEventTypeSchema.options.map((type) => [type, type]),
);

/**
 * Reads ledger rows the way a store gives them back: numbers as text, dates as `Date`, column names in
 * lower case, columns of the store's own, rows of earlier versions, rows in any order.
 *
 * Whatever is wrong with a row is counted and named, and never ends the reading. Linear in the rows.
 */
export function readRows(rows: readonly unknown[]): ReadLedger {
	const problems = startRowProblems();
	const events: LedgerEvent[] = [];
	const sources: number[] = [];
	const places = new Map<string, number>();
	const latest = new Map<string, number>();
	const seals = new Set<string>();
	for (let row = 0; row < rows.length; row += 1) {
		const event = readRow(rows[row], row, problems);
		if (event === undefined) continue;
		const place = places.get(event.eventId);
		const seal = sealOf(rows[row]);
		const isCopy = seal !== '' && seals.has(seal);
		seals.add(seal);
		if (place === undefined) {
			places.set(event.eventId, events.length);
			events.push(event);
			sources.push(row);
			noteOrder(events, { row, latest, problems });
			continue;
		}
		problems.add('duplicate', { row, column: 'eventId', seen: event.eventId });
		const known = { event: events[place] ?? event, stored: rows[sources[place] ?? 0] };
		const kept = isCopy ? known : keptOf(known, { event, stored: rows[row] });
		events[place] = kept.event;
		if (kept.stored === rows[row]) sources[place] = row;
	}
	return { rows: events, problems: problems.list() };
}

/** Notes a newest row that is older than a row of its handoff before it. */
function noteOrder(
	events: readonly LedgerEvent[],
	{ row, latest, problems }: { row: number; latest: Map<string, number>; problems: RowProblems },
): void {
	const place = events.length - 1;
	const event = events[place];
	if (event === undefined) return;
	const before = events[latest.get(event.handoffId) ?? place];
	if (before !== undefined && event.at < before.at)
		problems.add('outOfOrder', { row, column: 'at' });
	else latest.set(event.handoffId, place);
}

/** A row that was read, and as it is stored. */
interface ReadRow {
	event: LedgerEvent;
	stored: unknown;
}

/**
 * Of two rows of one event the sealed one counts, and of two alike the one written last, as of the
 * first time. A second look at a record that had not changed says nothing new: the first row counts.
 */
function keptOf(known: ReadRow, other: ReadRow): ReadRow {
	const hasSeal = sealOf(other.stored) !== '';
	if (hasSeal !== (sealOf(known.stored) !== '')) return hasSeal ? other : known;
	const first = other.event.at < known.event.at ? other : known;
	if (isSameLook(known.event, other.event)) return first;
	const { event, stored } = writtenAt(other.stored) >= writtenAt(known.stored) ? other : known;
	return { event: { ...event, at: first.event.at }, stored };
}

function isSameLook(one: LedgerEvent, other: LedgerEvent): boolean {
	if (one.type !== 'handoff.evaluated' || other.type !== 'handoff.evaluated') return false;
	const [looked, again] = [openData(one), openData(other)];
	return (
		looked.digest !== undefined && looked.digest === again.digest && looked.ready === again.ready
	);
}

const sealOf = (row: unknown): string => textOf(readCells(row)?.seal);

/** When a store says it last wrote a row. Without a word of it, later in the list is later. */
function writtenAt(row: unknown): number {
	const cells = readCells(row) ?? {};
	return instantOf(cells.updatedAt) ?? instantOf(cells.createdAt) ?? 0;
}

function readRow(row: unknown, index: number, problems: RowProblems): LedgerEvent | undefined {
	try {
		const cells = readCells(row);
		if (cells !== undefined) return readEvent({ cells, row: index, problems });
	} catch {
		// A member that throws when it is read: told like anything else that is no row.
	}
	problems.add('notARow', { row: index, seen: row });
	return undefined;
}

function readEvent(reading: RowToRead): LedgerEvent | undefined {
	const { cells, row, problems } = reading;
	const eventId = textOf(cells.eventId);
	const handoffId = textOf(cells.handoffId);
	const at = instantOf(cells.at);
	const written = textOf(cells.type);
	if (eventId === '' || handoffId === '' || at === undefined || written === '') {
		const column = nameUnusable({ eventId, handoffId, type: written });
		problems.add('unusable', { row, column, seen: cells[column] });
		return undefined;
	}
	const type = TYPES.get(written);
	if (type === undefined) {
		problems.add('unknownType', { row, column: 'type', seen: written });
		return undefined;
	}
	noteMissing(reading);
	return openRow(reading, { eventId, type, at, handoffId });
}

const nameUnusable = (essential: Record<string, string>): string =>
	Object.keys(essential).find((column) => essential[column] === '') ?? 'at';

function noteMissing({ cells, row, problems }: RowToRead): void {
	for (const column of LEDGER_COLUMNS) {
		if (cells[column] === undefined && !column.toLowerCase().endsWith('seal')) {
			problems.add('missingColumn', { row, column });
			return;
		}
	}
}
