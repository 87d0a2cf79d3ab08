import { formatInstant } from '../base/instant';
import {
	askedQuestionSchema,
	questionAnswerSchema,
	type AskedQuestion,
} from '../handoff/askedQuestion';
import { textOf } from '../ledger/cells';
import type { Question } from './decisions';
import { inTime, lifeRowsOf, readOwnRows, type LifeRow } from './lifeRow';

/** What the receiving team asked before deciding, by the request in which it did. */
type OfRequest = { handoffId: string } & Pick<Question, 'attempt' | 'round' | 'askedBy'>;

/**
 * The questions of one request that the ledger holds, oldest first, each with its answer. One that
 * cannot be read is passed over.
 *
 * @param rows rows as a store gives them back; those of other handoffs and requests are passed over
 */
export function questionsIn(
	rows: readonly unknown[],
	{ handoffId, attempt, round, askedBy }: OfRequest,
): AskedQuestion[] {
	const questions = new Map<string, AskedQuestion>();
	const own = lifeRowsOf(inTime(readOwnRows(rows, handoffId))).filter(
		(row) => row.attempt === attempt && row.round === round && textOf(row.data.askedBy) === askedBy,
	);
	for (const row of own) {
		const id = textOf(row.data.questionId);
		const known = questions.get(id);
		if (row.type === 'question.asked') {
			const asked = askedQuestionSchema.safeParse({ ...row.data, ...saidIn(row), id });
			if (asked.success && known === undefined) questions.set(id, asked.data);
		} else if (known !== undefined) questions.set(id, { ...known, ...whatCameOf(known, row) });
	}
	return [...questions.values()];
}

/** Who said what when. */
const saidIn = ({ data, actor, proof, at }: LifeRow) => ({
	by: { name: textOf(data.by), email: actor, proof },
	at: formatInstant(at),
	text: textOf(data.text),
});

/** The first end of a question counts. */
function whatCameOf({ answer, unansweredAt }: AskedQuestion, row: LifeRow): Partial<AskedQuestion> {
	const at = formatInstant(row.at);
	if (row.type === 'question.reminded') return { remindedAt: at };
	if (answer !== undefined || unansweredAt !== undefined) return {};
	if (row.type === 'question.unanswered') return { unansweredAt: at };
	if (row.type !== 'question.answered') return {};
	const questionId = textOf(row.data.questionId);
	const given = questionAnswerSchema.safeParse({ questionId, ...saidIn(row) });
	return given.success ? { answer: given.data } : {};
}
