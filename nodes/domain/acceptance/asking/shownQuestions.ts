import { MOST_QUESTIONS, type AskedQuestion } from '../../handoff/askedQuestion';
import type { AskedHandoff } from '../../handoff/askedHandoff';
import type { ReceiverLink } from '../../handoff/request';
import { fill } from '../../language/wording';
import { fillHandoffText, formatIsoTime, type Locale } from '../../wording/locale';
import type { ShownQuestion } from '../page/questionSections';
import { sayAsked } from '../../wording/sayAsked';
import { whoAnswers } from './whoAnswers';

/** The questions of a request as a page says them, oldest first. */
export const shownQuestions = (handoff: AskedHandoff, locale: Locale): ShownQuestion[] =>
	handoff.request.questions.map((question) => shownQuestion(handoff, question, locale));

/** One question with what came of it. */
export function shownQuestion(
	handoff: AskedHandoff,
	question: AskedQuestion,
	locale: Locale,
): ShownQuestion {
	const { text, answer } = question;
	const asked = sayAsked(handoff, question, locale);
	if (answer === undefined) return { asked, text, note: sayWaiting(handoff, question, locale) };
	const at = formatIsoTime(answer.at, locale);
	const said = fill(locale.wording.questionAnswered, { name: answer.by.name, at });
	return { asked, text, answered: { said, text: answer.text } };
}

function sayWaiting(
	handoff: AskedHandoff,
	{ to, answerBy, unansweredAt }: AskedQuestion,
	locale: Locale,
): string {
	const values = { name: to.name, due: formatIsoTime(answerBy, locale) };
	const text = unansweredAt === undefined ? 'questionOpen' : 'questionNoAnswer';
	return fillHandoffText(handoff, locale.wording, text, values);
}

/** How many questions this receiver can still ask; undefined where nobody could answer them. */
export function questionsLeftFor(
	handoff: AskedHandoff,
	{ email }: Pick<ReceiverLink, 'email'>,
): number | undefined {
	if (whoAnswers(handoff, { by: email }) === undefined) return undefined;
	return Math.max(0, MOST_QUESTIONS - handoff.request.questions.length);
}
