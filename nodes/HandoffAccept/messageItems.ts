import type { INodeExecutionData } from 'n8n-workflow';
import { codeDocument } from '../domain/acceptance/codeDocument';
import type { ShownRequest } from '../domain/acceptance/pageModel';
import { openLinks } from '../domain/acceptance/receivers';
import { isEscalation, remindedBy } from '../domain/acceptance/reminders';
import type { AcceptanceRequest, ReceiverLink, RequestMilestone } from '../domain/handoff/request';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../domain/acceptance/requestDocuments';
import { commonLocale, localeFor } from '../domain/acceptance/locale';
import type { Handoff } from '../domain/handoff/envelope';
import type { MessageDocument } from '../domain/message/document';
import { renderMessage } from '../domain/message/renderMessage';
import { codeFor, type Signs } from './receiverLinks';
import type { KeptItem, RequestState } from './requestState';

type AskedRequest = Pick<ShownRequest, 'handoff' | 'wording' | 'asksCode'>;

/**
 * The items that put the request before each of these receivers, all who may decide now if nobody
 * is named: one item, one person, one link. A code goes out in an item of its own.
 */
export function requestItems(
	context: Signs,
	item: KeptItem,
	{ asking, links }: { asking: AskedRequest; links?: readonly ReceiverLink[] },
): INodeExecutionData[] {
	const { handoff } = asking;
	const locale = commonLocale(asking);
	const asked = links ?? openLinks(handoff.request);
	return [
		...asked.map((link) => messageItem(item, handoff, requestDocument({ handoff, link, locale }))),
		...codeItems(context, item, { asking, links: asked }),
	];
}

/** The items that tell each of these receivers their code; none where no code is asked for. */
export function codeItems(
	context: Signs,
	item: KeptItem,
	{ asking, links }: { asking: AskedRequest; links: readonly ReceiverLink[] },
): INodeExecutionData[] {
	const { handoff, asksCode } = asking;
	return (asksCode ? links : []).map((link) => {
		const code = codeFor(context, link.email, handoff.request.round);
		const locale = localeFor(link, commonLocale(asking));
		return messageItem(item, handoff, codeDocument(handoff, { ...link, code }, locale));
	});
}

/** The items of a milestone: each receiver is reminded; at the deadline others are told as well. */
export function milestoneItems(
	item: KeptItem,
	state: RequestState,
	milestone: RequestMilestone,
): INodeExecutionData[] {
	const { handoff, escalateTo } = state;
	const locale = commonLocale(state);
	const documents = remindedBy(milestone, handoff.request).map((link) =>
		reminderDocument({ handoff, link, locale }, milestone),
	);
	if (isEscalation(milestone, handoff.request) && escalateTo.length > 0) {
		documents.push(escalationDocument({ handoff, locale }, milestone, escalateTo));
	}
	return documents.map((document) => messageItem(item, handoff, document));
}

/**
 * The record with the envelope and a message in it. The item carries the links of those it is for
 * and no others: who sees the item of one person must not be able to answer for another.
 */
export const messageItem = (
	item: KeptItem,
	handoff: Handoff,
	document: MessageDocument,
): INodeExecutionData => ({
	json: {
		...item.json,
		handoff: {
			...handoff,
			...(handoff.request === undefined
				? {}
				: { request: onlyLinksFor(document, handoff.request) }),
			message: renderMessage(document),
		},
	},
	...(item.binary === undefined ? {} : { binary: item.binary }),
	pairedItem: { item: 0 },
});

const TO_RECEIVERS: ReadonlySet<string> = new Set(['request', 'reminder']);

function onlyLinksFor(document: MessageDocument, request: AcceptanceRequest): AcceptanceRequest {
	const readers = TO_RECEIVERS.has(document.kind) ? document.to.map(({ email }) => email) : [];
	return { ...request, links: request.links.filter(({ email }) => readers.includes(email)) };
}
