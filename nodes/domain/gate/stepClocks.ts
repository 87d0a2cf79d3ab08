import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { ACCEPT, FIX, termsToFix } from '../sla/agreedTerms';
import { startHandoffClock } from '../sla/handoffClock';
import { runningClocks, type RunningClock } from '../sla/runningClocks';
import { stopInLedger } from '../sla/stopInLedger';
import { readClock } from '../time/clock';
import type { DueStep } from './settle';

export interface StepClocks {
	/** The clock that the record leaves with, when one runs. */
	carried: Pick<Handoff, 'clock'>;
	rows: LedgerRow[];
}

/**
 * What a step of the gate does to the clocks that run by the ledger. The sending team's begins when the
 * record is not ready, goes on however often it changes, and ends when it is ready. The receiving
 * team's ends, without being met, with the question that it counted for.
 *
 * @param handoff as it leaves
 */
export function clocksAfter(step: DueStep, handoff: Handoff, now: Instant): StepClocks {
	const running = runningClocks(step.rows, handoff.id);
	const ended = running.filter((clock) => isOver(clock, step));
	const rows = ended.flatMap(({ clock, started }) => {
		const done = clock.name === FIX && step.due.do !== 'withdraw';
		const ofItsAttempt = { ...handoff, attempt: started.attempt };
		return stopInLedger(ofItsAttempt, clock, { at: now, done }).rows;
	});
	if (step.due.do !== 'fix') return { carried: {}, rows };
	const begun = timeToFix(handoff, running, now);
	return { carried: begun.carried, rows: [...rows, ...begun.rows] };
}

function isOver({ clock, started }: RunningClock, { due }: DueStep): boolean {
	if (due.do === 'withdraw') return true;
	if (clock.name === FIX) return due.do === 'ask';
	return clock.name === ACCEPT && started.attempt < due.attempt;
}

/** The sending team's clock: the one that runs, or one that starts where the policy gives it time. */
function timeToFix(handoff: Handoff, running: readonly RunningClock[], now: Instant): StepClocks {
	const known = running.find(({ clock }) => clock.name === FIX);
	if (known !== undefined) return { carried: { clock: readClock(known.clock, now) }, rows: [] };
	const terms = termsToFix(handoff);
	if (terms === undefined) return { carried: {}, rows: [] };
	const { clock, event } = startHandoffClock(handoff, terms, now);
	return { carried: { clock }, rows: event === undefined ? [] : [event] };
}
