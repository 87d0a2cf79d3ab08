import { instantOf, readCells, textOf } from '../ledger/cells';
import type { KeptClock } from '../handoff/keptClock';
import { isClockEvent, type ClockEvent, type LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { readRows } from '../ledger/readRows';
import type { Clock } from '../time/clock';
import type { PlannedMilestone } from '../time/plannedMilestones';
import { isStoredClock } from '../time/storedClock';
import { ACCEPT } from './agreedTerms';
import { clockKey } from './clockRow';
import { pausesByQuestions } from './timeWithSender';

/** A clock that runs by the ledger: nobody has stopped it, whether its deadline has passed or not. */
export interface RunningClock {
	/** As it started, with the milestones that were told; to be read at an instant. */
	clock: Clock;
	kept: KeptClock;
	/** The row with which it started. */
	started: LedgerEventOf<'sla.started'>;
}

/**
 * The clocks of one handoff that run by its ledger rows, in the order in which they started. One
 * whose row does not say what it goes on from is passed over: others look after it.
 *
 * @param rows rows as a store gives them back, in any order; those of other handoffs are passed over
 */
export function runningClocks(rows: readonly unknown[], handoffId: string): RunningClock[] {
	const events = readRows(rows.filter((row) => isClockRow(row, handoffId))).rows;
	const clockEvents = events.filter(isClockEvent);
	const told = new Map<string, PlannedMilestone[]>();
	const stopped = new Set<string>();
	for (const event of clockEvents) {
		const key = keyOf(event);
		if (isEnd(event)) stopped.add(key);
		told.set(key, [...(told.get(key) ?? []), ...milestoneOf(event)]);
	}
	return clockEvents
		.flatMap((event) => {
			if (event.type !== 'sla.started' || stopped.has(keyOf(event))) return [];
			const pauses =
				openData(event).clock === ACCEPT ? pausesByQuestions(events, event.attempt) : [];
			return restore(event, { told: told.get(keyOf(event)) ?? [], pauses }) ?? [];
		})
		.sort((one, other) => one.started.at - other.started.at);
}

/** A row of a clock, or of a question, for which one stands. */
function isClockRow(row: unknown, handoffId: string): boolean {
	const cells = readCells(row);
	if (textOf(cells?.handoffId) !== handoffId) return false;
	const type = textOf(cells?.type);
	return type.startsWith('sla.') || type.startsWith('question.');
}

function keyOf(event: ClockEvent): string {
	const { clock: name = '', startedAt = '' } = openData(event);
	return clockKey({ name, startedAt });
}

/** A deadline that passes does not stop a clock; a stop that noticed it does. */
function isEnd(event: ClockEvent): boolean {
	if (event.type === 'sla.met' || event.type === 'sla.stopped') return true;
	return event.type === 'sla.breached' && openData(event).stoppedAt !== undefined;
}

function milestoneOf(event: ClockEvent): PlannedMilestone[] {
	if (event.type !== 'sla.milestoneReached' && event.type !== 'sla.breached') return [];
	const { milestone } = openData(event);
	if (milestone === undefined) return [];
	const { id, label, dueAt, actualAt } = milestone;
	return [{ id, label, dueAt, firedAt: actualAt }];
}

function restore(
	started: LedgerEventOf<'sla.started'>,
	{ told, pauses }: { told: readonly PlannedMilestone[]; pauses: Clock['pauses'] },
): RunningClock | undefined {
	const { kept, clock: name, side, startedAt, deadline } = openData(started);
	if (kept === undefined || instantOf(startedAt) === undefined) return undefined;
	const { target, calendar } = kept;
	const counted = { state: 'running', pauses, elapsedMinutes: 0, remainingMinutes: 0 };
	const agreed = { name, side, target, calendar, startedAt, deadline };
	const milestones = kept.milestones.map(
		(planned) => told.find(({ id }) => id === planned.id) ?? planned,
	);
	const clock: unknown = { ...agreed, ...counted, milestones, explanation: [] };
	return isStoredClock(clock) ? { clock, kept, started } : undefined;
}
