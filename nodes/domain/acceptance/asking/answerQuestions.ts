import { formatInstant, type Instant } from '../../base/instant';
import {
	openQuestionsIn,
	type AskedQuestion,
	type QuestionAnswer,
} from '../../handoff/askedQuestion';
import { sealHandoff } from '../../ledger/sealHandoff';
import type { Means } from '../answerForm';
import type { Visit, ShownRequest } from '../pageModel';
import { recordLater, type FormAnswer } from '../recordLater';
import { outcomeEnvelopes, questionEnvelope } from './questionMessages';
import type { TypedQuestion } from './askForm';
import { questionIdOf, recordAnswer, recordAsked } from './recordQuestion';
import { timeToAnswer } from './timeToAnswer';
import { whoAnswers } from './whoAnswers';

/** A question with who is to answer it and until when. */
export function newQuestion(
	{ handoff }: Pick<ShownRequest, 'handoff'>,
	typed: TypedQuestion,
	now: Instant,
): AskedQuestion {
	const said = { ...typed, at: formatInstant(now) };
	const to = whoAnswers(handoff, { ...typed, by: typed.by.email });
	if (to === undefined) throw new Error('A form was taken although nobody could answer');
	return { ...said, id: questionIdOf(said), to, ...timeToAnswer(handoff, now) };
}

/** A question goes round by Notify, with a link for the one who is to answer it. */
export function answerAsk(visit: Visit, question: AskedQuestion, { sign, key }: Means): FormAnswer {
	const handoff = sealHandoff(recordAsked(visit.handoff, question, visit.clock), key);
	const { to, answerBy } = question;
	const answer: FormAnswer = {
		leavesBy: 'notify',
		envelopes: [questionEnvelope({ ...visit, handoff }, question, { sign })],
		closing: { kind: 'asked', name: to.name, due: Date.parse(answerBy) },
	};
	return handoff.request.askedBy === undefined ? answer : recordLater(visit, answer, { question });
}

/** An answer goes round by Notify, to all who may decide, each with their own link. */
export function answerQuestion(
	shown: ShownRequest,
	given: QuestionAnswer,
	{ key }: Pick<Means, 'key'>,
): FormAnswer {
	const asked = shown.handoff.request.questions.find(({ id }) => id === given.questionId);
	const handoff = sealHandoff(recordAnswer(shown.handoff, given, shown.clock), key);
	const answer: FormAnswer = {
		leavesBy: 'notify',
		envelopes: asked === undefined ? [] : outcomeEnvelopes({ ...shown, handoff }, asked, given),
		closing: { kind: 'answered' },
	};
	if (handoff.request.askedBy === undefined) return answer;
	return recordLater({ ...shown, link: given.by }, answer, { answer: given });
}

/** The questions that wait for an answer, put once more before those who are to give it. */
export const openQuestionEnvelopes = (
	asking: Pick<ShownRequest, 'handoff' | 'wording'>,
	sign: Means['sign'],
) =>
	openQuestionsIn(asking.handoff.request.questions).map((question) =>
		questionEnvelope(asking, question, { sign }),
	);
