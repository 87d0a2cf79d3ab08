import { z } from 'zod';
import { formatInstant, type Instant } from '../base/instant';
import type { MilestoneInstant } from './milestoneInstants';
import { readPlainInstant } from './readInstant';

export const plannedMilestoneSchema = z.object({
	/** Stable within a clock, such as "50" or "+8h". */
	id: z.string(),
	/** In words, such as "50 % of the target" or "8 business hours after the deadline". */
	label: z.string(),
	dueAt: z.string(),
	/** When it was told. Absent until then. */
	firedAt: z.string().optional(),
});
export type PlannedMilestone = z.infer<typeof plannedMilestoneSchema>;

/** A milestone that is told now: when it was due and when it is told. */
export const dueMilestoneSchema = z.object({
	id: z.string(),
	label: z.string(),
	dueAt: z.string(),
	actualAt: z.string(),
});
export type DueMilestone = z.infer<typeof dueMilestoneSchema>;

/** The milestones with when they were told; the very list that is stored when nothing has moved. */
export function planMilestones(
	milestones: readonly MilestoneInstant[],
	stored: PlannedMilestone[],
): PlannedMilestone[] {
	const planned = milestones.map(({ id, label, dueAt }, index) => {
		const same = stored[index]?.id === id ? stored[index] : stored.find((told) => told.id === id);
		const text = keepOrFormatInstant(dueAt, same?.dueAt);
		if (same?.dueAt === text && same.label === label) return same;
		return { id, label, dueAt: text, ...(same?.firedAt ? { firedAt: same.firedAt } : {}) };
	});
	const moved = planned.some((milestone, index) => milestone !== stored[index]);
	return moved || planned.length !== stored.length ? planned : stored;
}

/** When the first milestone after `now` is due that was not told yet. */
export const nextMilestoneAt = (
	planned: readonly PlannedMilestone[],
	milestones: readonly MilestoneInstant[],
	now: Instant,
): string | undefined =>
	planned.find(({ firedAt }, index) => !firedAt && (milestones[index]?.dueAt ?? now) > now)?.dueAt;

/** An instant as text: the one that is stored already when it says the same. */
export const keepOrFormatInstant = (instant: Instant, stored = ''): string =>
	stored.length === FULL_LENGTH && readPlainInstant(stored) === instant
		? stored
		: formatInstant(instant);

/** Of an instant as we write it. */
const FULL_LENGTH = '2026-03-02T09:00:00.000Z'.length;
