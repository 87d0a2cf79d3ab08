import { cleanLine } from '../base/plainText';
import type { LedgerEventType } from '../handoff/rowData';
import { numberOf, textOf, type Cells } from './cells';
import type { EventColumns, LedgerEvent } from './ledgerEvent';
import { openList, openObject, openReasons } from './openCell';
import type { RowProblems } from './rowProblems';

/** A row that is being read: its cells, its number in the list, and where troubles are noted. */
export interface RowToRead {
	cells: Cells;
	row: number;
	problems: RowProblems;
}

const LONGEST_TEXT = 500;

/** Control characters, and those that turn the direction of the text around them. */
const HOSTILE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Without these a row says nothing. */
interface Essentials extends Pick<EventColumns, 'eventId' | 'at' | 'handoffId'> {
	type: LedgerEventType;
}

/**
 * Opens the cells of a usable row, and notes what is wrong with them. One literal and no spreads: this
 * is done for every row. What the step noted stays closed, and is only looked at for being readable.
 */
export function openRow(
	reading: RowToRead,
	{ eventId, type, at, handoffId }: Essentials,
): LedgerEvent {
	const { cells } = reading;
	open(reading, 'data', openObject);
	return asEvent({
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
		data: cells.data,
	});
}

type OpenedRow = EventColumns & { type: LedgerEventType; data: unknown };

/** TypeScript takes a row for one of many kinds by itself only where there are at most 25. */
function asEvent(row: OpenedRow): LedgerEvent;
function asEvent(row: OpenedRow): OpenedRow {
	return row;
}

const isAttempt = (value: number): boolean => Number.isInteger(value) && value > 0;
const isAmount = (value: number): boolean => value >= 0;

function readText({ row, problems }: RowToRead, column: string, cell: unknown): string {
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
	{ cells, row, problems }: RowToRead,
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
	{ cells, row, problems }: RowToRead,
	column: string,
	read: (cell: unknown) => { content: Content; readable: boolean },
): Content {
	const { content, readable } = read(cells[column]);
	if (!readable) problems.add('unreadableList', { row, column, seen: cells[column] });
	return content;
}
