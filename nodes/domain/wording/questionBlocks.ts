import type { AskedQuestion } from '../handoff/askedQuestion';
import type { Handoff } from '../handoff/envelope';
import { fill } from '../language/wording';
import type { ListEntry, MessageBlock } from '../message/document';
import { fillHandoffText, formatIsoTime, type Locale } from './locale';
import { sayAsked } from './sayAsked';

/** What the receiving team asked before it decided, and what it was told; nothing where it did not ask. */
export const questionBlocks = (
	handoff: Pick<Handoff, 'record' | 'sender' | 'receiver' | 'agreed'>,
	questions: readonly AskedQuestion[],
	locale: Locale,
): MessageBlock[] =>
	questions.length === 0
		? []
		: [
				{ kind: 'heading', text: locale.wording.questionsTitle },
				{
					kind: 'list',
					entries: questions.map((question): ListEntry => ({
						text: `${sayAsked(handoff, question, locale)} ${question.text}`,
						details: [sayAnswer(handoff, question, locale)].filter((said) => said !== ''),
					})),
				},
			];

function sayAnswer(
	handoff: Parameters<typeof questionBlocks>[0],
	{ to, answer, answerBy, unansweredAt }: AskedQuestion,
	locale: Locale,
): string {
	if (answer !== undefined) {
		const at = formatIsoTime(answer.at, locale);
		const said = fill(locale.wording.questionAnswered, { name: answer.by.name, at });
		return `${said} ${answer.text}`;
	}
	if (unansweredAt === undefined) return '';
	const values = { name: to.name, due: formatIsoTime(answerBy, locale) };
	return fillHandoffText(handoff, locale.wording, 'questionNoAnswer', values);
}
