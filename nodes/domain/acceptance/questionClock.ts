import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { ACCEPT, FIX, termsToFix } from '../sla/agreedTerms';
import { startHandoffClock, type ClockTerms } from '../sla/handoffClock';
import { clocksOf, withOthers } from '../sla/otherClocks';
import { runningClocks } from '../sla/runningClocks';
import { goingOn } from '../sla/timeWithSender';
import { stopInLedger } from '../sla/stopInLedger';
import { readClock, startClock, type Clock } from '../time/clock';

/** A handoff with the clock that runs for its question, and the rows that say so. */
export interface TimedQuestion {
	handoff: Handoff;
	/** What the question ends by. */
	clock: Clock;
	rows: LedgerRow[];
}

/**
 * The clock of a question: the one that SLA Timer started for it, or one that starts now. Where the
 * ledger is kept, the clock is in there: one that was started for the same attempt goes on, as long as
 * it has a moment to come, and another is stopped.
 *
 * @param rows of the handoff in the ledger; undefined when none is kept
 */
export function clockForQuestion(
	handoff: Handoff,
	terms: ClockTerms,
	{ rows, now }: { rows: readonly unknown[] | undefined; now: Instant },
): TimedQuestion {
	const given = clocksOf(handoff).find(({ name, state }) => name === ACCEPT && state === 'running');
	if (given !== undefined) return { handoff, clock: given, rows: [] };
	if (rows === undefined) return { handoff, clock: startClock({ ...terms, at: now }), rows: [] };
	const known = runningClocks(rows, handoff.id).filter(
		({ clock, started }) => clock.name === ACCEPT && started.attempt === handoff.attempt,
	);
	const ahead = known.map(({ clock }) => toCome(readClock(goingOn(clock, now), now), now));
	const goesOn = ahead.find(({ milestones }) => milestones.length > 0);
	if (goesOn !== undefined) {
		return { handoff: { ...handoff, clock: goesOn }, clock: goesOn, rows: [] };
	}
	const stopped = known.flatMap(
		({ clock }) => stopInLedger(handoff, clock, { at: now, done: false }).rows,
	);
	const started = startHandoffClock(handoff, terms, now);
	const { clock, event } = started;
	const rowsNow = event === undefined ? stopped : [...stopped, event];
	return { handoff: { ...started, event: handoff.event }, clock, rows: rowsNow };
}

/** What has passed is not told again by a question that is put once more. */
const toCome = (clock: Clock, now: Instant): Clock => ({
	...clock,
	milestones: clock.milestones.filter(({ dueAt }) => Date.parse(dueAt) > now),
});

/**
 * What the end of a question does to the clocks: the receiving team's stops, and when the handoff went
 * back to the sending team, theirs starts where the policy gives it time.
 *
 * @param ended the handoff with its outcome
 * @param rows of the handoff in the ledger
 */
export function clocksAtEnd(
	ended: Handoff,
	{ rows, at }: { rows: readonly unknown[]; at: Instant },
): Pick<TimedQuestion, 'handoff' | 'rows'> {
	const clocks = clocksOf(ended);
	const running = clocks.find(({ name, stoppedAt }) => name === ACCEPT && stoppedAt === undefined);
	const stopped =
		running && stopInLedger(ended, running, { at, done: ended.outcome !== 'noDecision' });
	const others = clocks.filter((clock) => clock !== running);
	const handoff =
		stopped === undefined ? ended : { ...ended, clock: withOthers(stopped.clock, others) };
	const fix = ended.outcome === 'returned' ? timeToFix(handoff, { rows, at }) : undefined;
	return {
		handoff: fix === undefined ? handoff : { ...handoff, clock: fix.clock },
		rows: [...(stopped?.rows ?? []), ...(fix?.rows ?? [])],
	};
}

/** The sending team's clock, which runs already when the end of the question was recorded before. */
function timeToFix(
	handoff: Handoff,
	{ rows, at }: { rows: readonly unknown[]; at: Instant },
): { clock: Clock; rows: LedgerRow[] } | undefined {
	const known = runningClocks(rows, handoff.id).find(({ clock }) => clock.name === FIX);
	if (known !== undefined) {
		return { clock: withOthers(readClock(known.clock, at), clocksOf(handoff)), rows: [] };
	}
	const terms = termsToFix(handoff);
	if (terms === undefined) return undefined;
	const { clock, event } = startHandoffClock(handoff, terms, at);
	return { clock, rows: event === undefined ? [] : [event] };
}
