import { digestOf } from '../../base/digest';
import { formatInstant, type Instant } from '../../base/instant';
import type { AskedHandoff } from '../../handoff/askedHandoff';
import {
	openQuestionsIn,
	type AskedQuestion,
	type QuestionAnswer,
} from '../../handoff/askedQuestion';
import type { TypedStep } from '../../handoff/rowData';
import { passBall, type Side } from '../../handoff/turns';
import { writeRow } from '../../ledger/writeRow';
import type { Clock } from '../../time/clock';
import { questionOf } from '../questionOf';
import { withTimeStood } from './timeStood';

/** The id of a question: by who asked what when, because two may ask at the same moment. */
export const questionIdOf = ({ by, at, text }: Pick<AskedQuestion, 'by' | 'at' | 'text'>): string =>
	digestOf([by.email, at, text]).slice(0, 12);

/** By which clock the request was put, and when the step is made. */
interface Timing {
	clock: Clock;
	at: Instant;
}

/**
 * Records that a receiver asks a question, with the ledger row `question.asked`. The ball goes to the
 * sending side, whose time runs until the question is closed, and that of the receiving team stands.
 */
export function recordAsked(
	handoff: AskedHandoff,
	question: AskedQuestion,
	clock: Clock,
): AskedHandoff {
	const at = Date.parse(question.at);
	const questions = [...handoff.request.questions, question];
	const asked = withQuestions(handoff, questions, { clock, at });
	const { by, to, field, text, answerBy, remindAt } = question;
	return withRow(asked, {
		at,
		id: question.id,
		by,
		step: {
			type: 'question.asked',
			data: {
				...questionFacts(asked, question.id),
				...{ by: by.name, text, to, answerBy, remindAt },
				...(field === undefined ? {} : { field }),
			},
		},
		...(field === undefined ? {} : { fields: [field] }),
	});
}

/** Records that who is to answer was reminded, with the ledger row `question.reminded`. */
export function recordReminder(
	handoff: AskedHandoff,
	{ id }: Pick<AskedQuestion, 'id'>,
	at: Instant,
): AskedHandoff {
	const questions = changed(handoff, id, { remindedAt: formatInstant(at) });
	const reminded = { ...handoff, request: { ...handoff.request, questions } };
	const data = questionFacts(reminded, id);
	return withRow(reminded, { at, id, step: { type: 'question.reminded', data } });
}

/**
 * Records an answer, with the ledger row `question.answered`. When no other question is open, the ball
 * and the time are the receiving team's again.
 */
export function recordAnswer(
	handoff: AskedHandoff,
	answer: QuestionAnswer,
	clock: Clock,
): AskedHandoff {
	const { questionId: id, by, text } = answer;
	const at = Date.parse(answer.at);
	const answered = withQuestions(handoff, changed(handoff, id, { answer }), { clock, at });
	const data = { ...questionFacts(answered, id), by: by.name, text };
	return withRow(answered, { at, id, by, step: { type: 'question.answered', data } });
}

/** Records that no answer came in time, with the row `question.unanswered`. Nothing is decided by it. */
export function recordNoAnswer(
	handoff: AskedHandoff,
	{ id }: Pick<AskedQuestion, 'id'>,
	{ clock, at }: Timing,
): AskedHandoff {
	const questions = changed(handoff, id, { unansweredAt: formatInstant(at) });
	const left = withQuestions(handoff, questions, { clock, at });
	const data = questionFacts(left, id);
	return withRow(left, { at, id, step: { type: 'question.unanswered', data } });
}

const changed = (
	{ request }: AskedHandoff,
	id: string,
	change: Partial<AskedQuestion>,
): AskedQuestion[] =>
	request.questions.map((question) => (question.id === id ? { ...question, ...change } : question));

function withQuestions(
	handoff: AskedHandoff,
	questions: AskedQuestion[],
	{ clock, at }: Timing,
): AskedHandoff {
	const ballWith: Side = openQuestionsIn(questions).length > 0 ? 'sender' : 'receiver';
	const turns = passBall(handoff.turns, ballWith, at);
	const request = { ...handoff.request, questions };
	return withTimeStood({ ...handoff, ballWith, turns, request }, clock, at);
}

const questionFacts = ({ request }: AskedHandoff, questionId: string) => ({
	...questionOf(request),
	questionId,
	respondBy: request.respondBy,
	closesAt: request.closesAt,
});

interface QuestionRow {
	at: Instant;
	id: string;
	step: TypedStep;
	by?: AskedQuestion['by'];
	fields?: string[];
}

function withRow(handoff: AskedHandoff, { at, id, step, by, fields }: QuestionRow): AskedHandoff {
	const event = writeRow(handoff, {
		...step,
		at,
		discriminator: `${handoff.request.round}:${id}`,
		...(by === undefined ? {} : { actor: by.email, proof: by.proof }),
		...(fields === undefined ? {} : { fields }),
	});
	return { ...handoff, event };
}
