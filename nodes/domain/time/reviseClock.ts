import { formatInstant, type Instant } from '../base/instant';
import { allowedMinutes } from './allowedTime';
import type { Calendar } from './calendar';
import { chosenCalendar } from './calendars';
import { readClock, type Clock } from './clock';
import { withPlace } from './problemAt';
import type { TermsChange } from './revision';
import { sameJson } from './sameJson';
import { withPriority, type Target } from './target';

/** What a policy says now of targets and calendars, by name of the target and by side. */
export interface TermsInForce {
	sla: Readonly<Record<string, Target | undefined>>;
	calendars: Readonly<Record<string, Calendar>>;
	/**
	 * Which clocks count by these terms: all open ones, when nothing is said; those that began at or
	 * after an instant; or none. The others keep what was agreed, and say in `notApplied` what these
	 * terms would change.
	 */
	countFor?: 'open' | 'none' | { begunSince: Instant };
}

/**
 * A running or paused clock by the terms that are in force now: its target by name, with the time of
 * the priority it was started with, and the calendar of its side. Start, pauses and milestones
 * that were told stay. When that moves the deadline or a milestone, the clock says so in `revisions`. A
 * clock that is stopped, and one of which the policy says nothing, stays the very object it was.
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
	const calendar = calendarInForce(terms, clock) ?? clock.calendar;
	if (sameJson(target, clock.target) && sameJson(calendar, clock.calendar)) return clock;
	const before = readClock(clock, at);
	const after = withPlace(`The policy in force, “${clock.name}”`, () =>
		readClock({ ...clock, target, calendar, explanation: [] }, at),
	);
	const change: TermsChange = {
		minutes: { before: allowedMinutes(before), after: allowedMinutes(after) },
		deadline: { before: before.deadline, after: after.deadline },
		calendarChanged: !sameJson(calendar, clock.calendar),
	};
	const moves = movesAnything(before, after);
	if (!countsBy(terms, clock)) return keepAgreed(clock, moves ? change : undefined);
	if (!moves) return { ...after, notApplied: undefined };
	const revisions = [...(clock.revisions ?? []), { at: formatInstant(at), ...change }];
	return readClock({ ...after, notApplied: undefined, revisions, explanation: [] }, at);
}

/** A holiday beyond the deadline, an empty day or another name moves nothing. */
const movesAnything = (before: Clock, after: Clock): boolean =>
	before.deadline !== after.deadline ||
	before.milestones.map(timeOf).join() !== after.milestones.map(timeOf).join();

const timeOf = ({ id, dueAt }: Clock['milestones'][number]): string => `${id}@${dueAt}`;

const keepAgreed = (clock: Clock, notApplied: TermsChange | undefined): Clock =>
	sameJson(clock.notApplied, notApplied) ? clock : { ...clock, notApplied };

function countsBy({ countFor = 'open' }: TermsInForce, clock: Clock): boolean {
	if (countFor === 'open') return true;
	return countFor !== 'none' && Date.parse(clock.startedAt) >= countFor.begunSince;
}

/** The calendar of the side, for the value of the field by which that of the clock was chosen. */
function calendarInForce({ calendars }: TermsInForce, { side, calendar }: Clock) {
	const own = calendars[side ?? ''];
	return own && chosenCalendar(calendars, own, calendar.chosen);
}

/** The time of a priority that the policy no longer names is that of the target. */
const chosen = (target: Target | undefined, priority: string | undefined): Target | undefined =>
	target && withPriority(target, priority);

/**
 * Whether people are told of what terms in force did to a clock: of a changed deadline or milestone,
 * applied or not. A calendar that changed elsewhere is taken over without a word.
 */
export const isToldAnew = (before: Clock, after: Clock): boolean =>
	before !== after &&
	!(
		sameJson(before.revisions, after.revisions) &&
		sameJson(before.notApplied, after.notApplied) &&
		(after.others ?? []).every((other, place) => {
			const same = before.others?.[place];
			return same !== undefined && !isToldAnew(same, other);
		})
	);
