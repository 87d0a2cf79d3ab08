import { grouped } from '../base/grouped';
import type { Instant } from '../base/instant';
import { rowsByHandoff } from '../ledger/rowsByHandoff';
import { sealInTurn } from '../ledger/sealHandoff';
import { claimFor, holds, type Claim, type StoredClaim } from '../life/claims';
import { isLost } from '../life/nextStep';
import type { Position } from '../life/position';
import { standingOf, type Standing } from '../life/standing';
import type { Step } from '../life/steps';
import { checkClock } from '../time/dueMilestones';
import { DEADLINE } from '../time/milestoneInstants';
import type { DueMilestone } from '../time/plannedMilestones';
import { isOverdue } from './clockAlert';
import { clockKey } from './clockRow';
import { announceMilestones, type TimedHandoff } from './handoffClock';
import { restoreHandoff } from './restoreHandoff';
import { runningClocks, type RunningClock } from './runningClocks';

/** Where a handoff stands while a clock may run that nobody waits for. */
export const WATCHED_STEPS: readonly Step[] = ['incomplete', 'returned', 'asked'];

/** A milestone that has passed and that nobody was told of. */
export interface DueNews {
	/** What is claimed before anybody is told. */
	claim: string;
	/** With the row and the message. */
	handoff: TimedHandoff;
	milestone: DueMilestone;
}

/** Whether a milestone of these news lies at or after the deadline. */
export const isBreach = ({ handoff, milestone }: DueNews): boolean =>
	isOverdue(handoff.clock, milestone);

/**
 * Whether somebody has to look at the clocks of a handoff: those of the sending team run while it has
 * the ball. A question that is out looks after its own; when its execution was lost, nobody is told of
 * the deadline unless it is done here.
 */
export const isWatched = (position: Position, now: Instant): boolean =>
	position.step === 'asked' ? isLost(position, now) : WATCHED_STEPS.includes(position.step);

/**
 * What is to be told now about the clocks of these handoffs, by their ledger rows. Linear in the rows.
 *
 * @param rows rows as a store gives them back, in any order
 * @throws HandoffProblem when a clock cannot be read
 */
export function dueNews(
	rows: readonly unknown[],
	handoffIds: readonly string[],
	now: Instant,
): DueNews[] {
	const rowsOf = rowsByHandoff(rows);
	return handoffIds.flatMap((id) => newsAbout(id, rowsOf.get(id) ?? [], now));
}

function newsAbout(handoffId: string, rows: readonly unknown[], now: Instant): DueNews[] {
	const standing = standingOf(rows, handoffId);
	if (!isWatched(standing, now)) return [];
	const lost = standing.step === 'asked';
	return runningClocks(rows, handoffId)
		.filter(({ clock }) => (clock.side === 'sender') !== lost)
		.flatMap((running) => newsOf(running, standing, now))
		.filter(({ milestone }) => !lost || milestone.id === DEADLINE);
}

function newsOf(running: RunningClock, standing: Standing, now: Instant): DueNews[] {
	const check = checkClock(running.clock, now);
	const told = announceMilestones(restoreHandoff(running, standing), check);
	return check.reached.flatMap(({ milestone }, place) => {
		const handoff = told[place];
		if (handoff === undefined) return [];
		const claim = `${handoff.id}:clock:${clockKey(check.clock, milestone.id)}`;
		return [{ claim, handoff, milestone }];
	});
}

/** The claims on news, all by one holder. */
export const claimsOn = (news: readonly DueNews[], by: { holder: string; now: Instant }): Claim[] =>
	news.map(({ claim, handoff }) => claimFor(claim, { handoffId: handoff.id, ...by }));

/** The news that this holder is to tell. */
export function heldNews(
	news: readonly DueNews[],
	claims: readonly StoredClaim[],
	holder: string,
): DueNews[] {
	const claimsOf = grouped(claims, ({ claim }) => claim);
	return news.filter(({ claim }) => holds(claimsOf.get(claim) ?? [], holder));
}

/** The news with their rows sealed, those of one handoff each following the one before. */
export function sealNews(news: readonly DueNews[], key: string | undefined): DueNews[] {
	const byHandoff = grouped(news, ({ handoff }) => handoff.id);
	return [...byHandoff.values()].flatMap((ofOne) => {
		const told = ofOne.map(({ handoff }) => handoff);
		const sealed = sealInTurn(told, key);
		return ofOne.map((one, place) => ({ ...one, handoff: sealed[place] ?? one.handoff }));
	});
}
