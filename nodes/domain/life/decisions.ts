import { withVoter, type Standing } from './standing';
import type { Step } from './steps';

/** A question as it was put before the receiving team. */
export interface Question {
	attempt: number;
	round: number;
	/** What was shown. */
	fingerprint: string;
	/** Who asked it, as the holder of a claim. */
	askedBy: string;
}

export type DecisionCheck =
	| 'counts'
	/** Why it does not count, and where the handoff stands instead. */
	| { void: 'replaced' | 'withdrawn' | 'alreadyDecided' | 'superseded'; now: Step };

/**
 * Whether what somebody of the receiving team decided about a question counts, by the ledger as it is
 * now. The same holds for a vote, a reminder and the end of the question: what is out no more must
 * neither be answered nor asked after.
 */
export function checkDecision(standing: Standing, question: Question): DecisionCheck {
	const { step, attempt, fingerprint } = standing;
	if (step === 'withdrawn' || step === 'done') {
		return { void: step === 'done' ? 'alreadyDecided' : step, now: step };
	}
	if (attempt !== question.attempt) return { void: 'replaced', now: step };
	if (!isSameQuestion(standing, question)) return { void: 'superseded', now: step };
	if (step === 'ready' || fingerprint !== question.fingerprint)
		return { void: 'replaced', now: step };
	return step === 'asked' ? 'counts' : { void: 'alreadyDecided', now: step };
}

const isSameQuestion = (
	{ round, askedBy }: Standing,
	question: Pick<Question, 'round' | 'askedBy'>,
): boolean => round === question.round && askedBy === question.askedBy;

/** How many people have accepted the question that is out when this one accepts as well. */
export const countVotes = ({ votes }: Standing, voter: string): number =>
	withVoter(votes, voter).length;
