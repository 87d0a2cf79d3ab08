import { sameAddress } from '../../base/emailAddress';
import { formatInstant, type Instant } from '../../base/instant';
import { cleanText } from '../../base/plainText';
import { closedAt, type AskedQuestion } from '../../handoff/askedQuestion';
import type { SignLink } from '../../handoff/signedLinks';
import { readFormBody } from '../../page/formBody';
import { FORM_LIMITS, type FormError } from '../../page/formError';
import { findTooLong } from '../../page/tooLong';
import type { Page } from '../../page/model';
import { renderAnswerPage } from '../page/answerPage';
import type { Closing } from '../page/model';
import type { ShownRequest } from '../pageModel';
import type { FormAnswer } from '../recordLater';
import { answerPageModel } from './answerModel';
import { answerQuestion } from './answerQuestions';

/** Somebody with a link that answers a question. */
export interface AnswerVisit {
	request: ShownRequest;
	/** Whom the signed link names, for which round, and which question it answers. */
	query: { to?: unknown; round?: unknown; answer?: unknown };
	/** Absent when the page is only looked at. */
	form?: { body: unknown; key: string | undefined };
	sign: SignLink;
}

/** A page, why there is none, or an answer. */
export type AnswerVisited = { page: Page } | { closing: Closing } | { answer: FormAnswer };

/**
 * Answers whoever opens or submits a link that answers a question. It shows the question and what is
 * handed over, takes one text, and decides nothing, whatever is sent.
 */
export function visitQuestion(visit: AnswerVisit, now: Instant): AnswerVisited {
	const { request, query, form } = visit;
	const { round, questions } = request.handoff.request;
	if (query.round !== String(round)) return { closing: { kind: 'closed' } };
	const question = questions.find(({ id }) => id === query.answer);
	if (question === undefined) return { closing: { kind: 'closed' } };
	if (typeof query.to !== 'string' || !sameAddress(question.to.email, query.to)) {
		return { closing: { kind: 'notReceiver' } };
	}
	const closing = whyClosed(question);
	if (closing !== undefined) return { closing };
	if (form === undefined) {
		return { page: renderAnswerPage(answerPageModel(request, question, now)) };
	}
	return takeAnswer(request, question, { ...form, now });
}

function whyClosed(question: AskedQuestion): Closing | undefined {
	if (closedAt(question) === undefined) return undefined;
	return question.answer === undefined
		? { kind: 'answerLate', name: question.by.name }
		: { kind: 'alreadyAnswered' };
}

function takeAnswer(
	request: ShownRequest,
	question: AskedQuestion,
	{ body, key, now }: { body: unknown; key: string | undefined; now: Instant },
): AnswerVisited {
	const form = readFormBody(body);
	const text = cleanText(form.text('answer')).trim();
	const errors: FormError[] = [
		...(text === '' ? [{ code: 'answerMissing' as const, name: 'answer', label: '' }] : []),
		...findTooLong(form, 'answer', FORM_LIMITS.comment),
	];
	if (errors.length > 0) {
		const typed = text.slice(0, FORM_LIMITS.comment);
		const model = { ...answerPageModel(request, question, now), errors, typed };
		return { page: renderAnswerPage(model) };
	}
	const { id: questionId, to } = question;
	const by = { name: to.name, email: to.email, proof: 'signedLink' as const };
	const given = { questionId, by, at: formatInstant(now), text };
	return { answer: answerQuestion(request, given, { key }) };
}
