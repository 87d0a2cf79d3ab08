import type { Instant } from '../../base/instant';
import type { AskedQuestion } from '../../handoff/askedQuestion';
import type { AnswerPageModel } from '../page/answerPage';
import { pageBasis, shownPacket, type ShownRequest } from '../pageModel';
import { answererLocale } from './questionMessages';
import { shownQuestion } from './shownQuestions';

/** Everything that the page shows to who is to answer a question; nothing that could decide. */
export function answerPageModel(
	request: ShownRequest,
	question: AskedQuestion,
	now: Instant,
): AnswerPageModel {
	const { handoff } = request;
	const basis = { ...pageBasis(request), ...answererLocale(request, question) };
	const before = handoff.request.questions.slice(0, handoff.request.questions.indexOf(question));
	return {
		...basis,
		question: shownQuestion(handoff, question, basis),
		earlier: before.map((one) => shownQuestion(handoff, one, basis)),
		askedBy: question.by.name,
		answerBy: Date.parse(question.answerBy),
		now,
		packet: shownPacket(handoff, basis),
		errors: [],
	};
}
