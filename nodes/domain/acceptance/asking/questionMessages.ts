import type { AskedHandoff } from '../../handoff/askedHandoff';
import type { AskedQuestion, QuestionAnswer } from '../../handoff/askedQuestion';
import type { Handoff } from '../../handoff/envelope';
import type { ReceiverLink } from '../../handoff/request';
import { answerLinkFor, type SignLink } from '../../handoff/signedLinks';
import type { MessageBlock, MessageDocument } from '../../message/document';
import { packetFacts } from '../../shown/showPacket';
import {
	commonLocale,
	fillHandoffText,
	formatIsoTime,
	localeFor,
	type Locale,
} from '../../wording/locale';
import { envelopeFor, type AskedRequest } from '../envelopes';
import { openLinks } from '../receivers';
import { decideButtons } from '../requestDocuments';
import { sayAsked } from '../../wording/sayAsked';

/** Puts a question before the one who is to answer it, with a link that answers and cannot decide. */
export function questionEnvelope(
	{ handoff, wording }: Pick<AskedRequest, 'handoff' | 'wording'>,
	question: AskedQuestion,
	{ sign, again = false }: { sign: SignLink; again?: boolean },
): Handoff {
	const locale = answererLocale({ handoff, wording }, question);
	const due = formatIsoTime(question.answerBy, locale);
	const { name, email } = question.to;
	const url = answerLinkFor(sign, { to: email, round: handoff.request.round, id: question.id });
	const values = { name: question.by.name, due };
	const said = again ? 'questionReminder' : 'questionMessage';
	const document: MessageDocument = {
		kind: 'question',
		to: [{ name, email }],
		wording: locale.wording,
		subject: fillHandoffText(handoff, locale.wording, 'questionSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, locale.wording, said, values) },
			...questionBlock(handoff, question, locale),
			{ kind: 'buttons', buttons: [{ label: locale.wording.answerButton, url }] },
			{ kind: 'facts', facts: packetFacts(handoff.agreed, locale) },
		],
	};
	return envelopeFor(handoff, document);
}

/** In which words and zone the one who is to answer reads. */
export const answererLocale = (
	asking: Pick<AskedRequest, 'handoff' | 'wording'>,
	{ to: { language } }: Pick<AskedQuestion, 'to'>,
): Locale => {
	const timezone = asking.handoff.agreed.calendars.sender?.timezone;
	const own = { ...(language && { language }), ...(timezone && { timezone }) };
	return localeFor(own, commonLocale(asking));
};

/** Tells each who may decide what came of a question, with their own link. */
export function outcomeEnvelopes(
	{ handoff, wording }: Pick<AskedRequest, 'handoff' | 'wording'>,
	question: AskedQuestion,
	answer?: QuestionAnswer,
): Handoff[] {
	return openLinks(handoff.request).map((link) => {
		const locale = localeFor(link, commonLocale({ handoff, wording }));
		return envelopeFor(handoff, outcomeDocument({ handoff, question, answer, link, locale }));
	});
}

interface Outcome {
	handoff: AskedHandoff;
	question: AskedQuestion;
	answer: QuestionAnswer | undefined;
	link: ReceiverLink;
	locale: Locale;
}

function outcomeDocument({ handoff, question, answer, link, locale }: Outcome): MessageDocument {
	const { wording } = locale;
	const due = formatIsoTime(handoff.request.respondBy, locale);
	const name = answer?.by.name ?? question.to.name;
	const isThere = answer !== undefined;
	const [subject, text] = isThere
		? (['answerSubject', 'answerMessage'] as const)
		: (['noAnswerSubject', 'noAnswerMessage'] as const);
	return {
		kind: 'answer',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fillHandoffText(handoff, wording, subject),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, text, { name, due }) },
			...questionBlock(handoff, question, locale),
			...(isThere ? [saidBlock(wording.answerText, answer.text)] : []).flat(),
			decideButtons(handoff, link, locale),
		],
	};
}

const questionBlock = (
	handoff: Handoff,
	{ field, text, by, at }: AskedQuestion,
	locale: Locale,
): MessageBlock[] => saidBlock(sayAsked(handoff, { field, by, at }, locale), text);

const saidBlock = (heading: string, text: string): MessageBlock[] => [
	{ kind: 'heading', text: heading },
	{ kind: 'quote', text },
];
