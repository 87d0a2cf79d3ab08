import { z } from 'zod';
import type { Instant } from '../base/instant';
import { addOpen, openBetween } from './openTime';
import type { OpenTable } from './openTable';

/** Why a clock does not run, where that is told: a question of the receiving team is open. */
const pauseReasonSchema = z.literal('question').optional();

/** A pause as it is stored. */
export const pauseSpanSchema = z.object({
	from: z.string(),
	to: z.string().optional(),
	why: pauseReasonSchema,
});

/** A half-open span in which a clock does not run; without an end it is still paused. */
export interface Pause {
	from: Instant;
	to?: Instant | undefined;
	why?: z.infer<typeof pauseReasonSchema>;
}

/** What a clock counts: open time since its start, without its pauses. */
export interface Run {
	table: OpenTable;
	start: Instant;
	/** In order and apart from each other, as `orderPauses` gives them. */
	pauses: readonly Pause[];
}

/** Sorts pauses, cuts them at the start, and merges those that overlap or touch; only one reason is kept. */
export function orderPauses(pauses: readonly Pause[], start: Instant): Pause[] {
	const ordered: Pause[] = [];
	for (const pause of [...pauses].sort((left, right) => left.from - right.from)) {
		const from = Math.max(pause.from, start);
		const to = pause.to ?? Infinity;
		const last = ordered[ordered.length - 1];
		if (to <= from) continue;
		if (last && from <= (last.to ?? Infinity)) {
			last.to = asEnd(Math.max(to, last.to ?? Infinity));
			if (last.why !== pause.why) delete last.why;
		} else {
			ordered.push({ from, to: asEnd(to), why: pause.why });
		}
	}
	return ordered;
}

const asEnd = (to: number): Instant | undefined => (to === Infinity ? undefined : to);

/** Milliseconds the clock has run at `now`; zero before its start. */
export function elapsedAt({ table, start, pauses }: Run, now: Instant): number {
	if (now <= start) return 0;
	const paused = pauses
		.filter(({ from }) => from < now)
		.reduce((sum, { from, to = now }) => sum + openBetween(table, from, Math.min(to, now)), 0);
	return openBetween(table, start, now) - paused;
}

/**
 * The earliest instant at which the clock has run for `amount` milliseconds; undefined while a pause
 * without an end keeps it from getting there.
 */
export function reachedAt({ table, start, pauses }: Run, amount: number): Instant | undefined {
	let from = start;
	let left = amount;
	for (const pause of pauses) {
		const run = openBetween(table, from, pause.from);
		if (left <= run) return addOpen(table, from, left);
		if (pause.to === undefined) return undefined;
		left -= run;
		from = pause.to;
	}
	return addOpen(table, from, left);
}
