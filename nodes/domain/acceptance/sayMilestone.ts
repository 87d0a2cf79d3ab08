import { Duration } from 'luxon';
import type { MilestonePlan } from '../time/milestone';
import { readMilestone } from '../time/milestone';
import { HandoffProblem } from '../base/problem';
import { fill, type Wording } from '../wording/wording';

/** A milestone in words, such as “50 % of the time to answer”. */
export function sayMilestone(
	{ id, label }: { id: string; label: string },
	wording: Wording,
): string {
	const plan = readMilestone(id.replace(/@.*$/, ''));
	return plan instanceof HandoffProblem ? label : sayPlan(plan, label, wording);
}

function sayPlan(plan: MilestonePlan, label: string, wording: Wording): string {
	switch (plan.kind) {
		case 'share':
			return plan.percent === 100
				? wording.milestoneDeadline
				: fill(wording.milestoneShare, { percent: plan.percent });
		case 'offset':
			return sayOffset(plan.milliseconds, wording);
		case 'workingDays':
			return fill(sideOf(plan.days, wording), {
				time: saySpan({ days: Math.abs(plan.days) }, wording),
			});
		case 'fixed':
			return label;
	}
}

const sayOffset = (milliseconds: number, wording: Wording): string =>
	fill(sideOf(milliseconds, wording), {
		time: sayMinutes(Math.abs(milliseconds) / 60_000, wording),
	});

const sideOf = (amount: number, wording: Wording): string =>
	amount < 0 ? wording.milestoneBefore : wording.milestoneAfter;

/** An amount of working time in words: `7 hours, 30 minutes`. Days are not said: their length differs. */
export function sayMinutes(minutes: number, wording: Wording): string {
	const whole = Math.round(minutes);
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	return saySpan(
		{ ...(hours > 0 ? { hours } : {}), ...(rest > 0 || hours === 0 ? { minutes: rest } : {}) },
		wording,
	);
}

const saySpan = (
	span: { days?: number; hours?: number; minutes?: number },
	{ language }: Wording,
): string => Duration.fromObject(span, { locale: language }).toHuman();
