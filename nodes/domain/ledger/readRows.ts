import { cleanLine } from '../message/plainText';
import { instantOf, LEDGER_COLUMNS, numberOf, readCells, textOf, type Cells } from './cells';
import type { LedgerEvent } from './ledgerEvent';
import { openList, openObject, openReasons } from './openCell';
import { StoredEvent, type EventCells } from './storedEvent';
import { ledgerEventTypeSchema, type LedgerEventType } from './row';
import { startRowProblems, type RowProblem, type RowProblems } from './rowProblems';

export interface ReadLedger {
	/** Every usable row once, in the order in which the rows came. */
	rows: LedgerEvent[];
	/** What was wrong with which rows, by kind. */
	problems: RowProblem[];
}

/** A row that is being read: its cells, its number in the list, and where troubles are noted. */
interface Reading {
	cells: Cells;
	row: number;
	problems: RowProblems;
}

const TYPES = new Map<string, LedgerEventType>(
	ledgerEventTypeSchema.options.map((type) => [type, type]),
);

const LONGEST_TEXT = 500;

/** Control characters, and those that turn the direction of the text around them. */
const HOSTILE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Reads ledger rows as any store gives them back: numbers as text, dates as `Date`, column names in
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
	for (let row = 0; row < rows.length; row += 1) {
		const event = readRow(rows[row], row, problems);
		if (event === undefined) continue;
		const place = places.get(event.eventId);
		if (place === undefined) {
			places.set(event.eventId, events.length);
			events.push(event);
			sources.push(row);
			noteOrder(event, { row, latest, problems });
			continue;
		}
		problems.add('duplicate', { row, column: 'eventId', seen: event.eventId });
		if (writtenAt(rows[row]) < writtenAt(rows[sources[place] ?? 0])) continue;
		events[place] = event;
		sources[place] = row;
	}
	return { rows: events, problems: problems.list() };
}

function noteOrder(
	{ handoffId, at }: LedgerEvent,
	{ row, latest, problems }: { row: number; latest: Map<string, number>; problems: RowProblems },
): void {
	const before = latest.get(handoffId);
	if (before !== undefined && at < before) problems.add('outOfOrder', { row, column: 'at' });
	else latest.set(handoffId, at);
}

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

function readEvent(reading: Reading): LedgerEvent | undefined {
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
	return keepRow(reading, { eventId, type, at, handoffId });
}

const nameUnusable = (essential: Record<string, string>): string =>
	Object.keys(essential).find((column) => essential[column] === '') ?? 'at';

function noteMissing({ cells, row, problems }: Reading): void {
	for (const column of LEDGER_COLUMNS) {
		if (cells[column] === undefined && !column.toLowerCase().endsWith('seal')) {
			problems.add('missingColumn', { row, column });
			return;
		}
	}
}

type Essentials = Pick<LedgerEvent, 'eventId' | 'type' | 'at' | 'handoffId'>;

/** One literal and no spreads: this is done for every row. */
function keepRow(reading: Reading, { eventId, type, at, handoffId }: Essentials): LedgerEvent {
	const { cells } = reading;
	const row: EventCells = {
		eventId,
		type,
		at,
		handoffId,
		policyId: readText(reading, 'policyId', cells.policyId),
		policyVersion: readText(reading, 'policyVersion', cells.policyVersion),
		policyDigest: readText(reading, 'policyDigest', cells.policyDigest),
		sendingTeam: readText(reading, 'sendingTeam', cells.sendingTeam),
		receivingTeam: readText(reading, 'receivingTeam', cells.receivingTeam),
		recordSystem: readText(reading, 'recordSystem', cells.recordSystem),
		recordType: readText(reading, 'recordType', cells.recordType),
		recordId: readText(reading, 'recordId', cells.recordId),
		recordUrl: readText(reading, 'recordUrl', cells.recordUrl),
		actor: readText(reading, 'actor', cells.actor),
		proof: readText(reading, 'proof', cells.proof),
		fields: open(reading, 'fields', openList),
		reasons: open(reading, 'reasons', openReasons),
		attempt: readNumber(reading, 'attempt', isAttempt) ?? 1,
		senderMinutes: readNumber(reading, 'senderMinutes', isAmount) ?? 0,
		receiverMinutes: readNumber(reading, 'receiverMinutes', isAmount) ?? 0,
	};
	open(reading, 'data', openObject);
	return new StoredEvent(row, cells.data);
}

const isAttempt = (value: number): boolean => Number.isInteger(value) && value > 0;
const isAmount = (value: number): boolean => value >= 0;

function readText({ row, problems }: Reading, column: string, cell: unknown): string {
	if (typeof cell === 'object' && cell !== null) {
		problems.add('wrongType', { row, column, seen: cell });
		return '';
	}
	const text = textOf(cell);
	if (text.length <= LONGEST_TEXT && !HOSTILE.test(text)) return text;
	problems.add('hostileText', { row, column, seen: text });
	return cleanLine(text.slice(0, LONGEST_TEXT));
}

function readNumber(
	{ cells, row, problems }: Reading,
	column: string,
	fits: (value: number) => boolean,
): number | undefined {
	const cell = cells[column];
	if (cell === undefined) return undefined;
	const value = numberOf(cell);
	if (value !== undefined && fits(value)) return value;
	problems.add('wrongType', { row, column, seen: cell });
	return undefined;
}

function open<Content>(
	{ cells, row, problems }: Reading,
	column: string,
	read: (cell: unknown) => { content: Content; readable: boolean },
): Content {
	const { content, readable } = read(cells[column]);
	if (!readable) problems.add('unreadableList', { row, column, seen: cells[column] });
	return content;
}
