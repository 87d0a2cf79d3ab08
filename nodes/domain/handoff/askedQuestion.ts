import { z } from 'zod';
import { personSchema } from '../base/message';
import { languageSchema } from '../language/languages';
import { decidedBySchema } from './proof';

/** How many questions the receiving team can ask in one round. */
export const MOST_QUESTIONS = 3;

/** What somebody of the sending side said to a question. */
export const questionAnswerSchema = z.object({
	questionId: z.string(),
	by: decidedBySchema,
	at: z.string(),
	text: z.string(),
});
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;

/**
 * A question that a receiver asks before deciding. It is open until it has an answer, or until its
 * time has passed without one; neither decides anything.
 */
export const askedQuestionSchema = z.object({
	/** Unique within its handoff. */
	id: z.string(),
	by: decidedBySchema,
	at: z.string(),
	text: z.string(),
	/** Path of the field that it is about; absent where it is about none in particular. */
	field: z.string().optional(),
	/** Who is to answer. */
	to: personSchema.extend({ language: languageSchema.optional() }),
	/** When that person is reminded, and until when the answer may come. */
	remindAt: z.string(),
	answerBy: z.string(),
	remindedAt: z.string().optional(),
	answer: questionAnswerSchema.optional(),
	/** When its time had passed and nobody had answered. */
	unansweredAt: z.string().optional(),
});
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

/** When a question was closed; undefined while it is open. */
export const closedAt = ({ answer, unansweredAt }: AskedQuestion): string | undefined =>
	answer?.at ?? unansweredAt;

/** The questions that still wait for an answer. */
export const openQuestionsIn = (questions: readonly AskedQuestion[]): AskedQuestion[] =>
	questions.filter((question) => closedAt(question) === undefined);
