import type { SeededRandom } from '../seededRandom';

/** What a handoff is in the middle of when n8n is killed. */
const PHASES = ['request', 'wait', 'vote', 'decision', 'reminder'] as const;
export type Phase = (typeof PHASES)[number];

/** Every phase in turn, each round in another order. */
export function phasesOf(kills: number, random: SeededRandom): Phase[] {
	const rounds = Array.from({ length: Math.ceil(kills / PHASES.length) }, () =>
		random.shuffled(PHASES),
	);
	return rounds.flat().slice(0, kills);
}
