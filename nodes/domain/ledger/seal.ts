import { createHmac, timingSafeEqual } from 'node:crypto';
import { HandoffProblem } from '../base/problem';
import { isNumberColumn, LEDGER_COLUMNS } from '../handoff/ledgerColumns';
import type { LedgerRow } from '../handoff/row';
import { instantOf, numberOf, textOf, type Cells } from './cells';

/** The key that seals, and the one that sealed before it was changed. */
export interface SealKeys {
	key: string;
	previousKey?: string;
}

/** 256 bits as hexadecimal digits have 64; a shorter key is refused below this. */
export const SHORTEST_KEY = 32;

const SEALED_COLUMNS = LEDGER_COLUMNS.filter((column) => column !== 'seal');

/**
 * Seals a row: an HMAC-SHA256 over its content and over the seal of the row before it in its handoff,
 * so that a row cannot be changed, taken away or put elsewhere unnoticed. The seal begins with a sign
 * of the key, by which a row sealed before a change of keys is told from a foreign one, and with the
 * id of its event: a step that is repeated is written again under that id with another seal, and the
 * rows that followed the first version still name it.
 *
 * A chain belongs to one handoff, so that executions of different handoffs never wait for each other.
 *
 * @param previousSeal seal of the last row of the same handoff; empty for its first
 * @throws HandoffProblem when the key is too short to protect anything
 */
export function sealRow(row: LedgerRow, previousSeal: string, key: string): LedgerRow {
	requireKey(key);
	const linked = { ...row, previousSeal };
	return { ...linked, seal: sealerOf(key)(linked) };
}

/** Gives the seal that a row must carry under a key: `signOfKey:eventId:hmac`. */
export function sealerOf(key: string): (cells: Cells) => string {
	const sign = signOf(key);
	return (cells) => {
		const hmac = createHmac('sha256', key).update(contentOf(cells)).digest('hex');
		return `${sign}:${textOf(cells.eventId)}:${hmac}`;
	};
}

/** The event that a seal was made for; empty when the text is no seal. */
export const eventOfSeal = (seal: string): string =>
	seal.slice(seal.indexOf(':') + 1, Math.max(0, seal.lastIndexOf(':')));

/** A few digits that tell keys apart and say nothing about them. */
export const signOf = (key: string): string =>
	createHmac('sha256', key).update('handoff ledger key').digest('hex').slice(0, 8);

/** Compares two seals in a time that does not depend on where they differ. */
export function isSameSeal(seal: string, expected: string): boolean {
	const given = new TextEncoder().encode(seal);
	const wanted = new TextEncoder().encode(expected);
	return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** @throws HandoffProblem for a key that could be guessed */
export function requireKey(key: string): void {
	if (key.length >= SHORTEST_KEY) return;
	throw new HandoffProblem(
		`The seal key has ${key.length} characters, too few to protect the ledger`,
		`Use at least ${SHORTEST_KEY} random characters, such as the output of “openssl rand -hex 32”.`,
	);
}

/** @throws HandoffProblem for keys that could be guessed, or that are the same */
export function requireKeys({ key, previousKey }: SealKeys): void {
	requireKey(key);
	if (previousKey === undefined) return;
	requireKey(previousKey);
	if (previousKey !== key) return;
	throw new HandoffProblem(
		'The previous seal key is the present one',
		'Leave the previous key empty, or put the key there that sealed rows before.',
	);
}

/**
 * What is sealed: every column in its fixed order, in the one form that all stores agree on, so that
 * a number kept as text, or a time kept as a date, is the same content.
 */
const contentOf = (cells: Cells): string =>
	JSON.stringify(SEALED_COLUMNS.map((column) => formOf(column, cells[column])));

function formOf(column: keyof LedgerRow, cell: unknown): string {
	if (column === 'at') {
		const instant = instantOf(cell);
		return instant === undefined ? textOf(cell) : new Date(instant).toISOString();
	}
	if (isNumberColumn(column)) return String(numberOf(cell) ?? textOf(cell));
	return textOf(cell);
}
