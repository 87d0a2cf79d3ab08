import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Handoff } from '../handoff/envelope';
import type { ReceiverLink } from '../handoff/request';
import type { DecisionCheck } from '../life/decisions';
import type { MessageDocument } from '../message/document';
import type { Wording } from '../language/wording';
import { sameAddress } from '../base/emailAddress';
import { envelopeFor } from './envelopes';
import { commonLocale, fillHandoffText, localeFor, type Locale } from '../wording/locale';
import type { News, OpenQuestion, SettledQuestion } from './openQuestion';

type Void = Exclude<DecisionCheck, 'counts'>['void'];

type Reader = Omit<ReceiverLink, 'url'>;

/** What is now, for those who were asked. */
const TEXTS = {
	replaced: 'replacedText',
	withdrawn: 'withdrawnText',
	alreadyDecided: 'alreadyText',
	superseded: 'closedText',
} as const satisfies Record<Void, keyof Wording>;

/**
 * Ends a question that decides nothing any more. Who decided is told that it does not count; those
 * who were asked are told where the record has changed or is not to be handed over any more.
 */
export function endVoid(
	question: OpenQuestion,
	{ decision, forward, question: asking, answer }: News,
	check: Exclude<DecisionCheck, 'counts'>,
): SettledQuestion {
	const { handoff } = question;
	const by = decision?.by ?? forward?.by ?? asking?.by ?? answer?.by;
	const { links } = handoff.request;
	const readers: Reader[] = forward === undefined ? links : [...links, forward.to];
	const asked = readers.filter(({ email }) => by === undefined || !sameAddress(email, by.email));
	const tell = [
		...(by === undefined ? [] : [notCounted(question, by, TEXTS[check.void])]),
		...asked.flatMap((link) => {
			const locale = localeFor(link, commonLocale(question));
			const document = closingDocument(handoff, { to: link, why: check.void, locale });
			return document === undefined ? [] : [envelopeFor(handoff, document)];
		}),
	];
	return { handoff, rows: [], then: { tell, isOver: true } };
}

/** Tells who sent something that it was not theirs to send any more, while others are still asked. */
export const refuseAnswer = (question: OpenQuestion, by: Person): Handoff[] => [
	notCounted(question, by, 'busyText'),
];

function notCounted(question: OpenQuestion, by: Person, why: keyof Wording): Handoff {
	const { handoff } = question;
	const link = handoff.request.links.find(({ email }) => sameAddress(email, by.email));
	const { wording } = localeFor(link ?? {}, commonLocale(question));
	return envelopeFor(handoff, {
		kind: 'notCounted',
		to: [{ name: by.name, email: by.email }],
		wording,
		subject: fillHandoffText(handoff, wording, 'notCountedSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'notCountedText') },
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, why) },
		],
	});
}

/** Tells one person that what they were asked is void; nothing where they hear of it otherwise. */
function closingDocument(
	handoff: AskedHandoff,
	{ to: { name, email }, why, locale }: { to: Person; why: Void; locale: Locale },
): MessageDocument | undefined {
	if (why !== 'replaced' && why !== 'withdrawn') return undefined;
	const { wording } = locale;
	const subject = why === 'replaced' ? 'replacedSubject' : 'withdrawnSubject';
	return {
		kind: why,
		to: [{ name, email }],
		wording,
		subject: fillHandoffText(handoff, wording, subject),
		blocks: [{ kind: 'paragraph', text: fillHandoffText(handoff, wording, TEXTS[why]) }],
	};
}
