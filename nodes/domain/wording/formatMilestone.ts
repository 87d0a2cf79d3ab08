import { Duration } from 'luxon';
import type { MilestonePlan } from '../time/milestone';
import { readMilestone } from '../time/milestone';
import { HandoffProblem } from '../base/problem';
import { fill, type Wording } from '../language/wording';

/**
 * A milestone in words, such as “50 % of the time to answer”.
 *
 * @param share what a share of the time is called, with `{percent}`
 */
export function formatMilestone(
	{ id, label }: { id: string; label: string },
	wording: Wording,
	share = wording.milestoneShare,
): string {
	const plan = readMilestone(id.replace(/@.*$/, ''));
	return plan instanceof HandoffProblem ? label : formatPlan(plan, { label, share, wording });
}

function formatPlan(
	plan: MilestonePlan,
	{ label, share, wording }: { label: string; share: string; wording: Wording },
): string {
	switch (plan.kind) {
		case 'share':
			return plan.percent === 100
				? wording.milestoneDeadline
				: fill(share, { percent: plan.percent });
		case 'offset':
			return formatOffset(plan.milliseconds, wording);
		case 'workingDays':
			return fill(sideOf(plan.days, wording), {
				time: formatSpan({ days: Math.abs(plan.days) }, wording),
			});
		case 'fixed':
			return label;
	}
}

const formatOffset = (milliseconds: number, wording: Wording): string =>
	fill(sideOf(milliseconds, wording), {
		time: formatMinutes(Math.abs(milliseconds) / 60_000, wording),
	});

const sideOf = (amount: number, wording: Wording): string =>
	amount < 0 ? wording.milestoneBefore : wording.milestoneAfter;

/** An amount of working time in words: `7 hours, 30 minutes`. Days are not said: their length differs. */
export function formatMinutes(minutes: number, wording: Wording): string {
	const whole = Math.round(minutes);
	const hours = Math.floor(whole / 60);
	const rest = whole % 60;
	return formatSpan(
		{ ...(hours > 0 ? { hours } : {}), ...(rest > 0 || hours === 0 ? { minutes: rest } : {}) },
		wording,
	);
}

const formatSpan = (
	span: { days?: number; hours?: number; minutes?: number },
	{ language }: Wording,
): string => Duration.fromObject(span, { locale: language }).toHuman();
