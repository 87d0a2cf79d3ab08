import { formatInstant, type Instant } from '../base/instant';
import type { Calendar } from './calendar';
import { readClock, type Clock } from './clock';
import type { TermsChange } from './revision';
import { sameJson } from './sameJson';
import type { Target } from './target';

/** What a policy says now of targets and calendars, by name of the target and by side. */
export interface TermsInForce {
	sla: Readonly<Record<string, Target | undefined>>;
	calendars: Readonly<Record<string, Calendar | undefined>>;
	/**
	 * Which clocks count by these terms: all open ones, when nothing is said; those that began at or
	 * after an instant; or none. The others keep what was agreed, and say in `notApplied` what these
	 * terms would change.
	 */
	countFor?: 'open' | 'none' | { begunSince: Instant };
}

/**
 * A running or paused clock by the terms that are in force now: its target by name, with the minutes
 * of the priority it was started with, and the calendar of its side. Start, pauses and milestones
 * that were told stay. When that changes anything, the clock says so in `revisions`. A clock that is
 * stopped, and one of which the policy says nothing, stays the very object it was.
 */
export function reviseClock(clock: Clock, terms: TermsInForce, at: Instant): Clock {
	const revised = reviseOne(clock, terms, at);
	if (clock.others === undefined) return revised;
	const others = clock.others.map((other) => reviseOne(other, terms, at));
	const same = others.every((other, index) => other === clock.others?.[index]);
	return same ? revised : { ...revised, others };
}

function reviseOne(clock: Clock, terms: TermsInForce, at: Instant): Clock {
	if (clock.stoppedAt !== undefined) return clock;
	const target = chosen(terms.sla[clock.name], clock.target.priority) ?? clock.target;
	const calendar = terms.calendars[clock.side ?? ''] ?? clock.calendar;
	if (sameJson(target, clock.target) && sameJson(calendar, clock.calendar)) return clock;
	const before = readClock(clock, at);
	const after = readClock({ ...clock, target, calendar, explanation: [] }, at);
	const change: TermsChange = {
		minutes: { before: before.target.minutes, after: after.target.minutes },
		deadline: { before: before.deadline, after: after.deadline },
		calendarChanged: !sameJson(calendar, clock.calendar),
	};
	if (!countsBy(terms, clock)) return keepAgreed(clock, change);
	const revisions = [...(clock.revisions ?? []), { at: formatInstant(at), ...change }];
	return readClock({ ...after, notApplied: undefined, revisions, explanation: [] }, at);
}

const keepAgreed = (clock: Clock, notApplied: TermsChange): Clock =>
	sameJson(clock.notApplied, notApplied) ? clock : { ...clock, notApplied };

function countsBy({ countFor = 'open' }: TermsInForce, clock: Clock): boolean {
	if (countFor === 'open') return true;
	return countFor !== 'none' && Date.parse(clock.startedAt) >= countFor.begunSince;
}

/** The minutes of a priority that the policy no longer names are those of the target. */
function chosen(target: Target | undefined, priority: string | undefined): Target | undefined {
	if (target === undefined) return undefined;
	const { byPriority, ...plain } = target;
	const named = Object.entries(byPriority?.minutes ?? {}).find(([name]) => name === priority);
	return named ? { ...plain, minutes: named[1], priority } : plain;
}
