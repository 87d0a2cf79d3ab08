import type { Instant } from '../../base/instant';
import type { Person } from '../../base/message';
import { sameAddress } from '../../base/emailAddress';
import { closedAt, MOST_QUESTIONS, type QuestionAnswer } from '../../handoff/askedQuestion';
import type { AskedHandoff } from '../../handoff/askedHandoff';
import type { Clock } from '../../time/clock';
import type { News } from '../openQuestion';
import { isEarly } from '../milestones';
import { mayAnswer } from '../receivers';
import type { Taking } from '../taking';
import { recordAnswer, recordAsked, recordNoAnswer, recordReminder } from './recordQuestion';

/**
 * Records what has happened to the questions of the receiving team: who was reminded, which time has
 * passed, what was asked, what was answered.
 *
 * @returns who sent what does not count: one question too many, or an answer to one that is closed
 */
export function recordQuestions(
	taken: Taking,
	news: Pick<News, 'questions' | 'question' | 'answer'>,
	{ clock, now }: { clock: Clock; now: Instant },
): Person | undefined {
	takeTold(taken, news, { clock, now });
	const { question, answer } = news;
	if (question !== undefined && !isKnown(taken.handoff, question.id)) {
		const left = taken.handoff.request.questions.length < MOST_QUESTIONS;
		if (!left || !mayAnswer(taken.handoff, question)) return question.by;
		taken.take(recordAsked(taken.handoff, question, clock));
	}
	if (answer === undefined || isTakenBefore(taken.handoff, answer)) return undefined;
	if (!mayBeAnswered(taken.handoff, answer)) return answer.by;
	taken.take(recordAnswer(taken.handoff, answer, clock));
	return undefined;
}

/** What went out by a timer: a reminder, or that no answer came. */
function takeTold(
	taken: Taking,
	{ questions = [] }: Pick<News, 'questions'>,
	{ clock, now }: { clock: Clock; now: Instant },
): void {
	for (const known of taken.handoff.request.questions) {
		const told = questions.find(({ id }) => id === known.id);
		if (told === undefined || closedAt(known) !== undefined) continue;
		const reminds = told.remindedAt !== undefined && known.remindedAt === undefined;
		if (reminds && !isEarly({ dueAt: known.remindAt }, now)) {
			taken.take(recordReminder(taken.handoff, known, now));
		}
		if (told.unansweredAt !== undefined && !isEarly({ dueAt: known.answerBy }, now)) {
			taken.take(recordNoAnswer(taken.handoff, known, { clock, at: now }));
		}
	}
}

const isKnown = ({ request }: AskedHandoff, questionId: string): boolean =>
	request.questions.some(({ id }) => id === questionId);

const isTakenBefore = ({ request }: AskedHandoff, { questionId, at }: QuestionAnswer): boolean =>
	request.questions.some(({ id, answer }) => id === questionId && answer?.at === at);

const mayBeAnswered = (
	{ request }: AskedHandoff,
	{ questionId, by }: Pick<QuestionAnswer, 'questionId' | 'by'>,
): boolean =>
	request.questions.some(
		(question) =>
			question.id === questionId &&
			closedAt(question) === undefined &&
			sameAddress(question.to.email, by.email),
	);
