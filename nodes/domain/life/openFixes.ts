import { instantOf, numberOf, textOf } from '../ledger/cells';
import type { Instant } from '../base/instant';
import { inTime, readOwnRows, type OwnRow } from './lifeRow';
import { LOST_AFTER_MS } from './nextStep';

/** A request to those who fix something, as the ledger knows it. */
export interface OpenFix {
	/** Who asks, as the holder of a claim. */
	askedBy: string;
	requestedAt: Instant;
	closesAt: Instant;
	/** Ids of the requirements that nobody has supplied yet. */
	gaps: string[];
	/** Whether it ended because nobody answered. */
	isOver: boolean;
}

/**
 * The requests that were sent to those who fix something, over all attempts: what one of them waits
 * for is not asked by another. What somebody supplied is closed; what could not be written is open
 * again.
 *
 * @param rows rows as a store gives them back; those of other handoffs are passed over
 */
export function fixesIn(rows: readonly unknown[], handoffId: string): OpenFix[] {
	const fixes = new Map<string, OpenFix>();
	const own = inTime(readOwnRows(rows, handoffId)).filter(({ type }) => type.startsWith('fix.'));
	for (const row of own) {
		if (row.type === 'fix.asked') fixes.set(keyOf(row), askedIn(row));
	}
	for (const row of own) {
		const fix = fixes.get(keyOf(row));
		if (fix === undefined) continue;
		const gaps = gapsIn(row);
		if (row.type === 'fix.answered') fix.gaps = fix.gaps.filter((gap) => !gaps.includes(gap));
		else if (row.type === 'fix.notWritten') fix.gaps = [...new Set([...fix.gaps, ...gaps])];
		else if (row.type === 'fix.unanswered') fix.isOver = true;
	}
	return [...fixes.values()];
}

/** A request whose execution should have ended long ago is taken to be lost with it. */
export const isLostFix = ({ closesAt }: OpenFix, now: Instant): boolean =>
	closesAt + LOST_AFTER_MS < now;

/**
 * Whether somebody is reminded by a request itself at this moment: nobody else need do it then. One
 * that is lost with its execution reminds nobody.
 */
export const isCovered = (fixes: readonly OpenFix[], at: Instant, now: Instant): boolean =>
	fixes.some(
		(fix) => fix.requestedAt <= at && at <= fix.closesAt && (fix.isOver || !isLostFix(fix, now)),
	);

/** What others wait for: it is not asked once more. */
export const gapsAwaited = (
	fixes: readonly OpenFix[],
	{ besides, now }: { besides: string; now: Instant },
): ReadonlySet<string> =>
	new Set(
		fixes
			.filter((fix) => fix.askedBy !== besides && !fix.isOver && !isLostFix(fix, now))
			.flatMap(({ gaps }) => gaps),
	);

/** An execution goes on with its request while the record is judged anew. */
const keyOf = ({ data }: OwnRow): string =>
	JSON.stringify([numberOf(data.round), textOf(data.askedBy)]);

const askedIn = (row: OwnRow): OpenFix => ({
	askedBy: textOf(row.data.askedBy),
	requestedAt: row.at,
	closesAt: instantOf(row.data.closesAt) ?? row.at,
	gaps: gapsIn(row),
	isOver: false,
});

const gapsIn = ({ data: { gaps } }: OwnRow): string[] =>
	Array.isArray(gaps) ? gaps.filter((gap): gap is string => typeof gap === 'string') : [];
