import { grouped } from '../base/grouped';
import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import { rowsByHandoff } from '../ledger/rowsByHandoff';
import { sealInTurn } from '../ledger/sealHandoff';
import { claimFor, holds, type Claim, type StoredClaim } from '../life/claims';
import { fixesIn, isCovered } from '../life/openFixes';
import { standingOf, type Standing } from '../life/standing';
import type { Clock } from '../time/clock';
import { checkClock } from '../time/dueMilestones';
import { DEADLINE } from '../time/milestoneInstants';
import type { DueMilestone, PlannedMilestone } from '../time/plannedMilestones';
import { isOverdue } from './clockAlert';
import { clockKey } from './clockRow';
import { announceMilestones, type TimedHandoff } from './handoffClock';
import { restoreHandoff } from './restoreHandoff';
import { isWatched } from './watched';
import { runningClocks, type RunningClock } from './runningClocks';

/** That somebody is to be told of a milestone that has passed. */
export interface Untold {
	/** What is claimed before anybody is told. */
	claim: string;
	handoffId: string;
}

/** The same with what is told. */
export interface DueNews extends Untold {
	/** With the row and the message. */
	handoff: TimedHandoff;
	milestone: DueMilestone;
}

/** Whether a milestone of these news lies at or after the deadline. */
export const isBreach = ({ handoff, milestone }: DueNews): boolean =>
	isOverdue(handoff.clock, milestone);

/**
 * Which milestones of these handoffs have passed and were not told, by their ledger rows. Linear in the
 * rows, and quick: nothing is counted anew, and no message is written.
 *
 * @param rows rows as a store gives them back, in any order
 */
export const findDue = (
	rows: readonly unknown[],
	handoffIds: readonly string[],
	now: Instant,
): Untold[] =>
	dueClocks(rows, handoffIds, now).flatMap(({ running, due }) =>
		due.map(({ id }) => dueOf(running, id)),
	);

/**
 * What is to be told now about the clocks of these handoffs, with rows and messages.
 *
 * @throws HandoffProblem when a clock cannot be read
 */
export const dueNews = (
	rows: readonly unknown[],
	handoffIds: readonly string[],
	now: Instant,
): DueNews[] => dueClocks(rows, handoffIds, now).flatMap((clock) => newsOf(clock, now));

interface DueClock {
	running: RunningClock;
	standing: Standing;
	due: PlannedMilestone[];
}

function dueClocks(
	rows: readonly unknown[],
	handoffIds: readonly string[],
	now: Instant,
): DueClock[] {
	const rowsOf = rowsByHandoff(rows);
	return handoffIds.flatMap((id) => {
		const own = rowsOf.get(id) ?? [];
		const passed = runningClocks(own, id).filter(({ clock }) => passedIn(clock, now).length > 0);
		if (passed.length === 0) return [];
		const standing = standingOf(own, id);
		const fixes = fixesIn(own, id);
		if (!isWatched(standing, now)) return [];
		return passed.flatMap((running) => {
			const due = passedIn(running.clock, now).filter(
				({ id: milestone, dueAt }) =>
					isOurs(running.clock, { milestone, standing }) &&
					!isCovered(fixes, Date.parse(dueAt), now),
			);
			return due.length === 0 ? [] : [{ running, standing, due }];
		});
	});
}

const passedIn = ({ milestones }: Clock, now: Instant): PlannedMilestone[] =>
	milestones.filter(({ dueAt, firedAt }) => firedAt === undefined && Date.parse(dueAt) <= now);

/** Of a question whose execution was lost only the deadline is told: it has reminded people itself. */
const isOurs = (
	{ side }: Clock,
	{ milestone, standing }: { milestone: string; standing: Standing },
): boolean =>
	standing.step === 'asked' ? side !== 'sender' && milestone === DEADLINE : side === 'sender';

function newsOf({ running, standing, due }: DueClock, now: Instant): DueNews[] {
	const check = checkClock(running.clock, now);
	const told = announceMilestones(restoreHandoff(running, standing), check);
	return check.reached.flatMap(({ milestone }, place) => {
		const handoff = told[place];
		if (handoff === undefined || !due.some(({ id }) => id === milestone.id)) return [];
		return [{ ...dueOf(running, milestone.id), handoff, milestone }];
	});
}

const dueOf = ({ clock, started: { handoffId } }: RunningClock, milestone: string): Untold => ({
	claim: `${handoffId}:clock:${clockKey(clock, milestone)}`,
	handoffId,
});

/** The claims on what is due, all by one holder. */
export const claimsOn = (due: readonly Untold[], by: { holder: string; now: Instant }): Claim[] =>
	due.map(({ claim, handoffId }) => claimFor(claim, { handoffId, ...by }));

/** The news that this holder is to tell. */
export function heldNews<News extends Untold>(
	news: readonly News[],
	claims: readonly StoredClaim[],
	holder: string,
): News[] {
	const claimsOf = grouped(claims, ({ claim }) => claim);
	return news.filter(({ claim }) => holds(claimsOf.get(claim) ?? [], holder));
}

/** The news with their rows sealed, those of one handoff each following the one before. */
export function sealNews<News extends Untold & { handoff: Handoff }>(
	news: readonly News[],
	key: string | undefined,
): News[] {
	const byHandoff = grouped(news, ({ handoffId }) => handoffId);
	return [...byHandoff.values()].flatMap((ofOne) => {
		const told = ofOne.map(({ handoff }) => handoff);
		const sealed = sealInTurn(told, key);
		return ofOne.map((one, place) => ({ ...one, handoff: sealed[place] ?? one.handoff }));
	});
}
