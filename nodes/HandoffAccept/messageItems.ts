import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { AskedHandoff } from '../domain/acceptance/askedHandoff';
import { codeDocument } from '../domain/acceptance/interimDocuments';
import { isEscalation } from '../domain/acceptance/milestones';
import { openLinks } from '../domain/acceptance/receivers';
import type { AcceptanceRequest, RequestMilestone } from '../domain/acceptance/request';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../domain/acceptance/requestDocuments';
import type { Handoff } from '../domain/envelope';
import type { MessageDocument } from '../domain/message/document';
import type { Person } from '../domain/message/message';
import { renderMessage } from '../domain/message/renderMessage';
import { codeFor } from './receiverLinks';
import type { KeptItem, RequestState } from './requestState';

/**
 * The items that put the request before each receiver who may still decide: one item, one person,
 * one link. A code goes out in an item of its own.
 */
export const requestItems = (
	context: IExecuteFunctions,
	item: KeptItem,
	{ handoff, asksCode }: RequestState,
): INodeExecutionData[] => [
	...openLinks(handoff.request).map((link) =>
		messageItem(item, handoff, requestDocument({ handoff, request: handoff.request, link })),
	),
	...(asksCode ? openLinks(handoff.request) : []).map((link) =>
		codeItem(item, handoff, {
			to: link,
			code: codeFor(context, link.email, handoff.request.round),
		}),
	),
];

/** The item that tells one receiver their code. */
export const codeItem = (
	item: KeptItem,
	handoff: AskedHandoff,
	{ to: { name, email }, code }: { to: Person; code: string },
): INodeExecutionData => messageItem(item, handoff, codeDocument(handoff, { name, email }, code));

/** The items of a milestone: each receiver is reminded; at the deadline others are told as well. */
export function milestoneItems(
	item: KeptItem,
	state: RequestState,
	milestone: RequestMilestone,
): INodeExecutionData[] {
	const { handoff, escalateTo } = state;
	const { request } = handoff;
	const documents = openLinks(request).map((link) =>
		reminderDocument({ handoff, request, link }, milestone),
	);
	if (isEscalation(milestone, request) && escalateTo.length > 0) {
		documents.push(escalationDocument({ handoff, request }, milestone, escalateTo));
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
