import { z } from 'zod';

/** Where a handoff stands. */
export const stepSchema = z.enum([
	/** Never judged. */
	'new',
	/** Judged and not ready: the sender has it. */
	'incomplete',
	/** Judged and ready; the receiving team is not asked yet. */
	'ready',
	/** The question is with the receiving team. */
	'asked',
	/** Accepted, and not set up yet. */
	'accepted',
	'returned',
	'unanswered',
	/** It was not to be handed over any more. */
	'withdrawn',
	/** Accepted and set up. */
	'done',
]);
export type Step = z.infer<typeof stepSchema>;

interface Passage {
	/** The steps after which such a row may stand within one attempt; after others it says nothing. */
	after: readonly Step[];
	/** The step that it leads to; none where the handoff stays where it is. */
	to?: Step;
}

const ANYWHERE = stepSchema.options;
const BEFORE = ['new', 'incomplete', 'ready'] as const;

/**
 * Which ledger row may follow which step of the same attempt, and where it leads. A row of the gate
 * leads to `ready`, or to `incomplete` when the gate did not let the record pass.
 *
 * A return is believed without its question, which may be kept elsewhere; an acceptance counts only
 * where a question is out. No later question takes a decision back: what was done because of it could
 * not be taken back either. `done` is believed from anywhere, since a task that is there must not be
 * made again.
 */
export const PASSAGES = {
	'handoff.evaluated': { after: BEFORE, to: 'ready' },
	'handoff.requested': { after: [...BEFORE, 'asked', 'unanswered'], to: 'asked' },
	'handoff.reminded': { after: ['asked'] },
	'handoff.forwarded': { after: ['asked'] },
	'handoff.voted': { after: ['asked'] },
	'question.asked': { after: ['asked'] },
	'question.reminded': { after: ['asked'] },
	'question.answered': { after: ['asked'] },
	'question.unanswered': { after: ['asked'] },
	'handoff.accepted': { after: ['asked'], to: 'accepted' },
	'handoff.returned': { after: [...BEFORE, 'asked'], to: 'returned' },
	'handoff.unanswered': { after: [...BEFORE, 'asked'], to: 'unanswered' },
	'handoff.replaced': { after: ['asked', 'accepted'], to: 'ready' },
	'handoff.withdrawn': {
		after: ['incomplete', 'ready', 'asked', 'accepted', 'returned', 'unanswered'],
		to: 'withdrawn',
	},
	'handoff.done': { after: ANYWHERE, to: 'done' },
} as const satisfies Record<string, Passage>;
export type LifeRowType = keyof typeof PASSAGES;

/** Rows of one attempt and round in the order in which they can only have happened. */
const ORDER = Object.keys(PASSAGES);
export const placeOf = (type: LifeRowType): number => ORDER.indexOf(type);

export const isLifeRowType = (type: string): type is LifeRowType => Object.hasOwn(PASSAGES, type);

/** Whether a row of this type says anything about a handoff that stands at this step. */
export const mayFollow = (step: Step, type: LifeRowType): boolean => {
	const after: readonly Step[] = PASSAGES[type].after;
	return after.includes(step);
};
