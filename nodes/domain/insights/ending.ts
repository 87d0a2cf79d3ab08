import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';

/** A row after which nobody needs to act any more, unless the handoff comes back. */
export type EndEvent = LedgerEventOf<'handoff.accepted' | 'handoff.withdrawn' | 'handoff.done'>;

/** Where a handoff has ended, and what came after it was accepted. */
export interface Ending {
	/** Absent while somebody has to act. */
	end?: EndEvent;
	/** The first acceptance. A later one is of a handoff that had come back. */
	accepted?: LedgerEventOf<'handoff.accepted'>;
	/** The rows that brought the handoff back after it had been accepted. */
	after: LedgerEvent[];
}

/** Follows the rows of one handoff, in order, to its end. Work that is set up stays set up. */
export function followEnding(ending: Ending, event: LedgerEvent): void {
	const { end } = ending;
	if (end?.type === 'handoff.done') return;
	if (isEnd(event)) {
		ending.end = event;
		if (event.type === 'handoff.accepted') ending.accepted ??= event;
	} else if (end !== undefined && bringsBack(event, end)) {
		delete ending.end;
		if (ending.accepted !== undefined) ending.after.push(event);
	}
}

const isEnd = (event: LedgerEvent): event is EndEvent =>
	event.type === 'handoff.accepted' ||
	event.type === 'handoff.withdrawn' ||
	event.type === 'handoff.done';

/** A step of a later attempt; or, of what was accepted, that it was returned or counts no more. */
function bringsBack({ type, attempt }: LedgerEvent, end: EndEvent): boolean {
	if (type === 'handoff.replaced' || type === 'handoff.returned') {
		return attempt > end.attempt || end.type === 'handoff.accepted';
	}
	return attempt > end.attempt && (type === 'handoff.evaluated' || type === 'handoff.requested');
}
