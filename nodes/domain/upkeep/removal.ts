import { readCells, textOf } from '../ledger/cells';
import { positionOf, type Position } from '../life/position';
import { standingOf } from '../life/standing';
import { isFinished, type WholeHandoff } from './finished';

/** What becomes of a handoff that is to leave the ledger. */
export interface Removal {
	handoffId: string;
	removed: boolean;
	/** How many rows the ledger holds of it, and how many of them were handed in. */
	rows: number;
	handedIn: number;
	/** Why it stays. */
	why?: 'notInLedger' | 'notFinished' | 'rowsMissing';
	/** Where it stands: what stays of a handoff that leaves. */
	position: Position;
}

/**
 * Whether a handoff may leave the ledger: it is finished, and each of its rows was handed in, so that
 * nothing is lost that did not leave before.
 *
 * @param handedIn the `eventId` of each row that was handed in
 */
export function judgeRemoval(
	{ handoffId, rows }: WholeHandoff,
	handedIn: ReadonlySet<string>,
): Removal {
	const standing = standingOf(rows, handoffId);
	const ids = rows.map((row) => textOf(readCells(row)?.eventId));
	const known = ids.filter((id) => handedIn.has(id)).length;
	const counted = { handoffId, rows: rows.length, handedIn: known, position: positionOf(standing) };
	if (rows.length === 0) return { ...counted, removed: false, why: 'notInLedger' };
	if (!isFinished(standing)) return { ...counted, removed: false, why: 'notFinished' };
	if (known < rows.length) return { ...counted, removed: false, why: 'rowsMissing' };
	return { ...counted, removed: true };
}
