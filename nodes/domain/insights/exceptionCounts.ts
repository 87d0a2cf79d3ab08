import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';

/** What became of exceptions from one requirement. Counts are rows of the ledger, not handoffs. */
export interface ExceptionCounts {
	asked: number;
	granted: number;
	/** Of the granted ones, those that took the place of one that had not ended. */
	extended: number;
	refused: number;
	expired: number;
}

export const noExceptions = (): ExceptionCounts => ({
	asked: 0,
	granted: 0,
	extended: 0,
	refused: 0,
	expired: 0,
});

type ExceptionEvent = LedgerEventOf<
	'waiver.asked' | 'requirement.waived' | 'waiver.refused' | 'waiver.expired'
>;

const COUNTED = {
	'waiver.asked': 'asked',
	'requirement.waived': 'granted',
	'waiver.refused': 'refused',
	'waiver.expired': 'expired',
} as const satisfies Record<ExceptionEvent['type'], keyof ExceptionCounts>;

export const isExceptionEvent = (event: LedgerEvent): event is ExceptionEvent =>
	Object.hasOwn(COUNTED, event.type);

/** Adds what the rows of one handoff say about exceptions from one requirement. */
export function countExceptions(
	counts: ExceptionCounts,
	events: readonly ExceptionEvent[],
	requirementId: string,
): void {
	for (const event of events) {
		if (openData(event).requirementId !== requirementId) continue;
		counts[COUNTED[event.type]] += 1;
		const isLonger = event.type === 'requirement.waived' && openData(event).extends === true;
		if (isLonger) counts.extended += 1;
	}
}

/** “asked 3, refused 1”: only what there was; empty when nobody asked. */
export const formatExceptions = (counts: ExceptionCounts): string =>
	Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([what, count]) => `${what} ${count}`)
		.join(', ');
