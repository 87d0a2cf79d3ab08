import type { Instant } from '../base/instant';
import type { LedgerEventType } from '../handoff/rowData';
import { readCells, textOf } from '../ledger/cells';
import { readRows } from '../ledger/readRows';
import { standingOf, type Standing } from '../life/standing';

/** The rows with which a handoff ends. */
export const ENDS = [
	'handoff.done',
	'handoff.withdrawn',
] as const satisfies readonly LedgerEventType[];

/** Whether nothing more is to be done about a handoff: its work is set up, or it was withdrawn. */
export const isFinished = ({ step }: Standing): boolean => step === 'done' || step === 'withdrawn';

/**
 * The handoffs that may have ended before an instant, those that ended first in front.
 *
 * @param ends rows with which handoffs end, as a store gives them back; others are passed over
 */
export function endedBefore(ends: readonly unknown[], before: Instant): string[] {
	const types: ReadonlySet<string> = new Set(ENDS);
	const old = readRows(ends)
		.rows.filter(({ type, at }) => types.has(type) && at < before)
		.sort((one, other) => one.at - other.at);
	return [...new Set(old.map(({ handoffId }) => handoffId))];
}

/** A handoff with all its rows as stored. */
export interface WholeHandoff {
	handoffId: string;
	rows: unknown[];
}

/** Puts the rows of each of these handoffs together, in the order of the handoffs. */
export function wholeHandoffs(
	handoffIds: readonly string[],
	rows: readonly unknown[],
): WholeHandoff[] {
	const whole = new Map(handoffIds.map((handoffId) => [handoffId, new Array<unknown>()]));
	for (const row of rows) whole.get(textOf(readCells(row)?.handoffId))?.push(row);
	return [...whole].map(([handoffId, own]) => ({ handoffId, rows: own }));
}

/** Whether a handoff has been finished since before an instant. */
export function isFinishedBefore({ handoffId, rows }: WholeHandoff, before: Instant): boolean {
	const standing = standingOf(rows, handoffId);
	return isFinished(standing) && Date.parse(standing.since) < before;
}
