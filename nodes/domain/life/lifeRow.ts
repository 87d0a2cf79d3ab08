import type { Instant } from '../base/instant';
import { instantOf, numberOf, readCells, textOf } from '../ledger/cells';
import { openObject } from '../ledger/openCell';
import { isLifeRowType, placeOf, type LifeRowType } from './steps';

/** A stored row of one handoff, as far as its life is concerned. */
export interface OwnRow {
	type: string;
	at: Instant;
	attempt: number;
	policyId: string;
	actor: string;
	proof: string;
	/** Any member may be absent or of another type. */
	data: Readonly<Record<string, unknown>>;
	seal: string;
	previousSeal: string;
}

/** A row that says what happened to the handoff itself; clocks and waivers are none. */
export interface LifeRow extends OwnRow {
	type: LifeRowType;
	/** The question that it belongs to; 0 for a row of the gate. */
	round: number;
}

/**
 * Reads the rows of one handoff out of what a store gave back: rows of other handoffs and what is no
 * ledger row are passed over, because a store may hold more than was asked for.
 */
export const readOwnRows = (rows: readonly unknown[], handoffId: string): OwnRow[] =>
	rows.flatMap((row) => {
		const own = readSafely(row, handoffId);
		return own === undefined ? [] : [own];
	});

/** A member that throws when it is read makes a row like any other that cannot be read. */
function readSafely(row: unknown, handoffId: string): OwnRow | undefined {
	try {
		return readOwnRow(row, handoffId);
	} catch {
		return undefined;
	}
}

function readOwnRow(row: unknown, handoffId: string): OwnRow | undefined {
	const cells = readCells(row);
	if (cells === undefined || textOf(cells.handoffId) !== handoffId) return undefined;
	const at = instantOf(cells.at);
	const attempt = numberOf(cells.attempt);
	if (at === undefined || attempt === undefined) return undefined;
	if (!Number.isInteger(attempt) || attempt < 1) return undefined;
	return {
		type: textOf(cells.type),
		at,
		attempt,
		policyId: textOf(cells.policyId),
		actor: textOf(cells.actor),
		proof: textOf(cells.proof),
		data: openObject(cells.data).content,
		seal: textOf(cells.seal),
		previousSeal: textOf(cells.previousSeal),
	};
}

/** The rows that tell the life of the handoff, in the order in which they can only have happened. */
export const lifeRowsOf = (rows: readonly OwnRow[]): LifeRow[] =>
	rows.flatMap((row) => (isLifeRow(row) ? [{ ...row, round: roundOf(row) }] : [])).sort(inOrder);

const isLifeRow = (row: OwnRow): row is OwnRow & { type: LifeRowType } => isLifeRowType(row.type);

/** What ends an attempt stands behind all its questions. */
const LAST = Number.MAX_SAFE_INTEGER;

function roundOf({ type, data }: OwnRow & { type: LifeRowType }): number {
	if (type === 'handoff.evaluated') return 0;
	if (type === 'handoff.withdrawn' || type === 'handoff.done') return LAST;
	return numberOf(data.round) ?? 1;
}

/**
 * By attempt, question and kind of step. Clocks of several processes disagree, and people set them: the
 * time decides only between rows that are alike in everything else.
 */
const inOrder = (row: LifeRow, other: LifeRow): number =>
	row.attempt - other.attempt ||
	row.round - other.round ||
	placeIn(row.type) - placeIn(other.type) ||
	row.at - other.at;

/** Of the three ends of a question the one that came first counts. */
const placeIn = (type: LifeRowType): number =>
	type === 'handoff.returned' || type === 'handoff.unanswered'
		? placeOf('handoff.accepted')
		: placeOf(type);

/** Rows in the order of their attempts and times. */
export const inTime = (rows: readonly OwnRow[]): OwnRow[] =>
	[...rows].sort((row, other) => row.attempt - other.attempt || row.at - other.at);
