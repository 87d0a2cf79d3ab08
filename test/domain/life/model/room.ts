import { claimFor, holds, questionKey } from '../../../../nodes/domain/life/claims';
import { checkDecision, countVotes } from '../../../../nodes/domain/life/decisions';
import { mayAsk } from '../../../../nodes/domain/life/mayAsk';
import { nextStep, nextStepKey } from '../../../../nodes/domain/life/nextStep';
import { questionsIn } from '../../../../nodes/domain/life/questions';
import { standingOf } from '../../../../nodes/domain/life/standing';

/** The room of the domain that is put to the test; a planted fault takes the place of a function. */
export const ROOM = {
	standingOf,
	nextStep,
	nextStepKey,
	questionKey,
	claimFor,
	holds,
	mayAsk,
	checkDecision,
	countVotes,
	questionsIn,
};
export type Room = typeof ROOM;
