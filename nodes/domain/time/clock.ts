import { z } from 'zod';
import { formatInstant, type Instant } from '../base/instant';
import { calendarSchema, type Calendar } from './calendar';
import { explainClock } from './explanation';
import { openTimeOf } from './openTime';
import { elapsedAt, orderPauses, pauseSpanSchema, type Run } from './pausedTime';
import { DEADLINE, milestoneInstants } from './milestoneInstants';
import {
	dueMilestoneSchema,
	nextMilestoneAt,
	planMilestones,
	plannedMilestoneSchema,
	keepOrFormatInstant,
} from './plannedMilestones';
import { withPlace } from './problemAt';
import { readInstant } from './readInstant';
import { termsChangeSchema, revisionSchema } from './revision';
import { targetSchema, type Target } from './target';
import { KEPT_VOICE } from './voice';

export const clockStateSchema = z.enum(['running', 'paused', 'met', 'breached']);
export type ClockState = z.infer<typeof clockStateSchema>;

/**
 * The state of one target at the moment it was last read. Start, target, calendar, pauses and fired
 * milestones are what is known; everything else is recomputed from them by `readClock`. While
 * paused, the deadline and the milestones are those that hold if the clock goes on right then.
 */
const oneClockSchema = z.object({
	name: z.string(),
	/** Whose working hours it counts; a clock without a side belongs to no handoff. */
	side: z.enum(['sender', 'receiver']).optional(),
	target: targetSchema,
	calendar: calendarSchema,
	startedAt: z.string(),
	stoppedAt: z.string().optional(),
	/** Half-open spans in which the clock did not run; the last one may still be open. */
	pauses: z.array(pauseSpanSchema).default([]),
	state: clockStateSchema,
	deadline: z.string(),
	milestones: z.array(plannedMilestoneSchema),
	/** Minutes of business time without pauses, to a hundredth. */
	elapsedMinutes: z.number(),
	/** Negative once the target is used up. */
	remainingMinutes: z.number(),
	/** When to look again: the next milestone. Absent when none is to come, or while paused. */
	nextAt: z.string().optional(),
	/** Sentences that say why the deadline is when it is. */
	explanation: z.array(z.string()),
	/** Changes of what was agreed while the clock ran: when, and what they did to the deadline. */
	revisions: z.array(revisionSchema).optional(),
	/** What the terms in force would change, while the clock keeps what was agreed. */
	notApplied: termsChangeSchema.optional(),
});

export const clockSchema = oneClockSchema.extend({
	/**
	 * The other clocks of the handoff: those of other targets that run beside it, and those of the
	 * other side, paused until the ball comes back.
	 */
	others: z.array(oneClockSchema).optional(),
	/** The milestone that this very item tells about; absent when it brings no news. */
	reached: dueMilestoneSchema.optional(),
});
export type Clock = z.infer<typeof clockSchema>;

/**
 * Starts a clock. Nothing is counted before `at`; outside the working hours counting begins with the
 * next opening.
 *
 * @throws HandoffProblem when the calendar has a mistake or ends before the deadline
 */
export function startClock(start: {
	name: string;
	side?: Clock['side'];
	target: Target;
	calendar: Calendar;
	at: Instant;
}): Clock {
	const { at, ...agreed } = start;
	const derived = { deadline: '', milestones: [], elapsedMinutes: 0, remainingMinutes: 0 };
	const clock: Clock = {
		...agreed,
		startedAt: formatInstant(at),
		pauses: [],
		state: 'running',
		...derived,
		explanation: [],
	};
	return withPlace(`“${clock.name}”`, () => readClock(clock, at));
}

/**
 * The clock as it is at `now`: state, deadline, milestones, elapsed and remaining time recomputed
 * from what is stored. A running clock is breached from the deadline on.
 *
 * @throws HandoffProblem when the stored clock cannot be read
 */
export function readClock(clock: Clock, now: Instant): Clock {
	const stoppedAt =
		clock.stoppedAt === undefined ? undefined : readInstant(clock.stoppedAt, 'The stop');
	const at = Math.min(now, stoppedAt ?? now);
	const run = runOf(clock, at);
	const { allowed, deadline, milestones } = milestoneInstants(run, clock.target);
	const elapsed = elapsedAt(run, at);
	const due = keepOrFormatInstant(deadline, clock.deadline);
	const known = clock.explanation.length > 0 && clock.deadline === due;
	const planned = planMilestones(milestones, clock.milestones);
	const goesOn = clock.stoppedAt === undefined && !openPauseOf(clock);
	return {
		...clock,
		state: stateOf(clock, { deadline, at }),
		deadline: due,
		milestones: planned,
		elapsedMinutes: inMinutes(elapsed),
		remainingMinutes: inMinutes(allowed - elapsed),
		nextAt: goesOn ? nextMilestoneAt(planned, milestones, now) : undefined,
		explanation: known
			? clock.explanation
			: explainClock(run, clock, { deadline, voice: KEPT_VOICE }),
	};
}

/** An open pause counts up to `at`: the deadline then is the one that holds if work goes on there. */
export function runOf(clock: Clock, at: Instant): Run {
	const start = readInstant(clock.startedAt, 'The start of the clock');
	const pauses = clock.pauses.map(({ from, to, why }) => {
		const begin = readInstant(from, 'The start of a pause');
		return {
			from: begin,
			to: to === undefined ? Math.max(begin, at) : readInstant(to, 'The end of a pause'),
			why,
		};
	});
	return { table: openTimeOf(clock.calendar), start, pauses: orderPauses(pauses, start) };
}

function stateOf(clock: Clock, { deadline, at }: { deadline: Instant; at: Instant }): ClockState {
	if (clock.stoppedAt !== undefined) {
		const isTold = clock.milestones.some(({ id, firedAt }) => id === DEADLINE && firedAt);
		return at < deadline || (at === deadline && !isTold) ? 'met' : 'breached';
	}
	if (at >= deadline) return 'breached';
	return openPauseOf(clock) ? 'paused' : 'running';
}

/** The pause that still lasts. */
export const openPauseOf = ({ pauses }: Clock) => pauses.find(({ to }) => to === undefined);

const inMinutes = (milliseconds: number): number => Math.round(milliseconds / 600) / 100;
