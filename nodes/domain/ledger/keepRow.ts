import { cleanLine } from '../message/plainText';
import { numberOf, textOf, type Cells } from './cells';
import type { LedgerEvent } from './ledgerEvent';
import { openList, openObject, openReasons } from './openCell';
import type { RowProblems } from './rowProblems';
import { StoredEvent, type EventCells } from './storedEvent';

/** A row that is being read: its cells, its number in the list, and where troubles are noted. */
export interface Reading {
	cells: Cells;
	row: number;
	problems: RowProblems;
}

const LONGEST_TEXT = 500;

/** Control characters, and those that turn the direction of the text around them. */
const HOSTILE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;

type Essentials = Pick<LedgerEvent, 'eventId' | 'type' | 'at' | 'handoffId'>;

/**
 * Reads the cells of a usable row, and notes what is wrong with them. One literal and no spreads:
 * this is done for every row.
 */
export function keepRow(
	reading: Reading,
	{ eventId, type, at, handoffId }: Essentials,
): LedgerEvent {
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
