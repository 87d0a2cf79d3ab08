import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Handoff } from '../handoff/envelope';
import type { AcceptanceRequest, ReceiverLink, RequestMilestone } from '../handoff/request';
import type { MessageDocument } from '../message/document';
import { renderMessage } from '../message/renderMessage';
import { codeDocument } from './codeDocument';
import { commonLocale, localeFor } from '../wording/locale';
import type { ShownRequest } from './pageModel';
import { openLinks } from './receivers';
import { isEscalation, remindedBy } from './reminders';
import { escalationDocument, reminderDocument, requestDocument } from './requestDocuments';
import { codeFor, type SignLink } from '../handoff/signedLinks';

/** A request, in whose words and with which codes it is put before people. */
export type AskedRequest = Pick<ShownRequest, 'handoff' | 'wording' | 'asksCode'>;

/**
 * The envelopes that put the request before each of these receivers, all who may decide now if
 * nobody is named: one envelope, one person, one link. A code goes out in an envelope of its own.
 */
export function requestEnvelopes(
	asking: AskedRequest,
	sign: SignLink,
	links: readonly ReceiverLink[] = openLinks(asking.handoff.request),
): Handoff[] {
	const { handoff } = asking;
	const locale = commonLocale(asking);
	return [
		...links.map((link) => envelopeFor(handoff, requestDocument({ handoff, link, locale }))),
		...codeEnvelopes(asking, sign, links),
	];
}

/** The envelopes that tell each of these receivers their code; none where no code is asked for. */
export function codeEnvelopes(
	asking: AskedRequest,
	sign: SignLink,
	links: readonly ReceiverLink[],
): Handoff[] {
	const { handoff, asksCode } = asking;
	return (asksCode ? links : []).map((link) => {
		const code = codeFor(sign, link.email, handoff.request.round);
		const locale = localeFor(link, commonLocale(asking));
		return envelopeFor(handoff, codeDocument(handoff, { ...link, code }, locale));
	});
}

/** The envelopes of a milestone: each receiver is reminded; at the deadline others are told as well. */
export function milestoneEnvelopes(
	asking: Pick<ShownRequest, 'handoff' | 'wording'> & { escalateTo: Person[] },
	milestone: RequestMilestone,
): Handoff[] {
	const { handoff, escalateTo } = asking;
	const locale = commonLocale(asking);
	const documents = remindedBy(milestone, handoff.request).map((link) =>
		reminderDocument({ handoff, link, locale }, milestone),
	);
	if (isEscalation(milestone, handoff.request) && escalateTo.length > 0) {
		documents.push(escalationDocument({ handoff, locale }, milestone, escalateTo));
	}
	return documents.map((document) => envelopeFor(handoff, document));
}

/**
 * The envelope with a message in it. It carries the links of those whom the message is for and no
 * others: who sees the message of one person must not be able to answer for another.
 */
export const envelopeFor = (
	handoff: Handoff | AskedHandoff,
	document: MessageDocument,
): Handoff => ({
	...handoff,
	...(handoff.request === undefined ? {} : { request: onlyLinksFor(document, handoff.request) }),
	message: renderMessage(document),
});

const TO_RECEIVERS: ReadonlySet<string> = new Set(['request', 'reminder', 'answer']);

function onlyLinksFor(document: MessageDocument, request: AcceptanceRequest): AcceptanceRequest {
	const readers = TO_RECEIVERS.has(document.kind) ? document.to.map(({ email }) => email) : [];
	return { ...request, links: request.links.filter(({ email }) => readers.includes(email)) };
}
