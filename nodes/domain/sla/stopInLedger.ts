import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import type { Clock } from '../time/clock';
import { stopClock } from '../time/controlClock';
import { endedRow } from './clockRow';

export interface StoppedClock {
	clock: Clock;
	rows: LedgerRow[];
}

/**
 * Stops a clock whose rows are kept by the nodes: `sla.met`; or `sla.breached` as of its deadline and
 * then `sla.stopped`, so that the breach is one row, whoever noticed it first. Where nothing was done,
 * a clock is stopped without being met; its deadline itself is late then.
 *
 * @param handoff with the attempt in which the clock started: its rows belong to that
 * @param done whether what the clock counted for has happened
 */
export function stopInLedger(
	handoff: Handoff,
	running: Clock,
	{ at, done }: { at: Instant; done: boolean },
): StoppedClock {
	const isAtDeadline = at === Date.parse(running.deadline);
	const clock = stopClock(running, isAtDeadline && !done ? at + 1 : at);
	if (clock.state === 'met') {
		const type = done ? 'sla.met' : 'sla.stopped';
		return { clock, rows: [endedRow(handoff, clock, { type, at })] };
	}
	const breached = endedRow(handoff, clock, {
		type: 'sla.breached',
		at: Date.parse(clock.deadline),
	});
	return { clock, rows: [breached, endedRow(handoff, clock, { type: 'sla.stopped', at })] };
}
