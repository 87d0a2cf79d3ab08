import { z } from 'zod';
import { formatInstant, type Instant } from '../base/instant';

export const sideSchema = z.enum(['sender', 'receiver', 'nobody']);
export type Side = z.infer<typeof sideSchema>;

/** Who had the ball from when to when; the open turn has no end. Feeds both sides' clocks. */
export const turnSchema = z.object({
	with: sideSchema,
	from: z.string(),
	to: z.string().optional(),
});
export type Turn = z.infer<typeof turnSchema>;

/**
 * Gives the ball to a side: closes the open turn and opens the next. Passing it to the side that
 * already has it changes nothing, so that a repeated step does not cut a turn in two.
 *
 * @param at when the ball changes hands; never before the open turn began
 */
export function passBall(turns: readonly Turn[], to: Side, at: Instant): Turn[] {
	const open = turns.at(-1);
	if (open === undefined) return [{ with: to, from: formatInstant(at) }];
	if (open.to === undefined && open.with === to) return [...turns];
	const from = formatInstant(Math.max(at, Date.parse(open.to ?? open.from)));
	const closed = turns.map((turn) => (turn === open ? { ...turn, to: turn.to ?? from } : turn));
	return [...closed, { with: to, from }];
}

/** Who has the ball at the end of these turns. */
export const ballHolder = (turns: readonly Turn[]): Side => turns.at(-1)?.with ?? 'nobody';
