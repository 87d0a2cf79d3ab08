import type { LedgerEvent } from '../ledger/ledgerEvent';

/**
 * The rows of one handoff after another, each handoff in the order in which it happened. Linear in
 * the rows. Keeps places and no lists, so that a list lives no longer than its handoff is looked at.
 */
export function* handoffsOf(rows: readonly LedgerEvent[]): Generator<LedgerEvent[]> {
	const { firsts, next } = linkHandoffs(rows);
	for (const first of firsts) {
		const events: LedgerEvent[] = [];
		for (let place = first; place >= 0; place = next[place] ?? NONE) {
			const event = rows[place];
			if (event !== undefined) events.push(event);
		}
		yield events.sort(inOrder);
	}
}

const NONE = -1;

/** Where each handoff begins, and for each row where its handoff goes on. */
function linkHandoffs(rows: readonly LedgerEvent[]): { firsts: number[]; next: Int32Array } {
	const latest = new Map<string, number>();
	const next = new Int32Array(rows.length).fill(NONE);
	const firsts: number[] = [];
	rows.forEach(({ handoffId }, place) => {
		const before = latest.get(handoffId);
		if (before === undefined) firsts.push(place);
		else next[before] = place;
		latest.set(handoffId, place);
	});
	return { firsts, next };
}

/** Steps of one instant stand in the order in which the road takes them. */
const inOrder = (left: LedgerEvent, right: LedgerEvent): number =>
	left.at - right.at ||
	left.attempt - right.attempt ||
	(STEPS.get(left.type) ?? LAST) - (STEPS.get(right.type) ?? LAST);

const LAST = 15;
const STEPS = new Map<LedgerEvent['type'], number>([
	['handoff.evaluated', 0],
	['requirement.waived', 1],
	['handoff.requested', 2],
	['sla.started', 3],
	['handoff.reminded', 4],
	['sla.milestoneReached', 5],
	['handoff.forwarded', 6],
	['handoff.voted', 7],
	['question.asked', 8],
	['question.reminded', 9],
	['question.answered', 10],
	['question.unanswered', 11],
	['handoff.unanswered', 12],
	['handoff.returned', 13],
	['handoff.accepted', 14],
]);
