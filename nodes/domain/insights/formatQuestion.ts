import type { LedgerEvent, LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import {
	formatActor,
	formatDue,
	formatList,
	type EventText,
	type TimelineReader,
} from './eventDetails';

/** A row about a question that the receiving team asked before it decided. */
export type QuestionEvent = LedgerEventOf<
	'question.asked' | 'question.reminded' | 'question.answered' | 'question.unanswered'
>;

export const isQuestionEvent = (event: LedgerEvent): event is QuestionEvent =>
	event.type.startsWith('question.');

/** What happened to a question, in words; its text only where people may be named. */
export function formatQuestion(event: QuestionEvent, reader: TimelineReader): EventText {
	const { sendingTeam, receivingTeam } = event;
	const who = formatActor(event, reader);
	switch (event.type) {
		case 'question.asked': {
			const { answerBy, text } = openData(event);
			return {
				said: `${receivingTeam} asked ${sendingTeam} a question${who}. Its time to decide stood.`,
				details: [
					...formatList('Field', event.fields),
					...formatDue('Answer due', answerBy, reader),
					...quoted(text, reader),
				],
			};
		}
		case 'question.reminded':
			return { said: `${sendingTeam} was reminded of the question.`, details: [] };
		case 'question.answered': {
			const { text, respondBy } = openData(event);
			return {
				said: `${sendingTeam} answered the question${who}.`,
				details: [...formatDue('Decision due', respondBy, reader), ...quoted(text, reader)],
			};
		}
		case 'question.unanswered': {
			const details = formatDue('Decision due', openData(event).respondBy, reader);
			return { said: `Nobody answered it. The time of ${receivingTeam} went on.`, details };
		}
	}
}

const quoted = (text: string | undefined, { people }: TimelineReader): string[] =>
	people && text !== undefined ? [`“${text}”`] : [];
