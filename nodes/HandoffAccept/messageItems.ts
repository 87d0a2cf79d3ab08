import type { INodeExecutionData } from 'n8n-workflow';
import { isEscalation } from '../domain/acceptance/milestones';
import type { AcceptanceRequest, RequestMilestone } from '../domain/acceptance/request';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../domain/acceptance/requestDocuments';
import type { Handoff } from '../domain/envelope';
import type { MessageDocument } from '../domain/message/document';
import { renderMessage } from '../domain/message/renderMessage';
import type { KeptItem, RequestState } from './requestState';

/** The items that put the request before each receiver: one item, one person, one link. */
export const requestItems = (item: KeptItem, state: RequestState): INodeExecutionData[] =>
	state.handoff.request.links.map((link) =>
		messageItem(
			item,
			state.handoff,
			requestDocument({ ...state, request: state.handoff.request, link }),
		),
	);

/** The items of a milestone: each receiver is reminded; at the deadline others are told as well. */
export function milestoneItems(
	item: KeptItem,
	state: RequestState,
	milestone: RequestMilestone,
): INodeExecutionData[] {
	const { handoff, escalateTo } = state;
	const { request } = handoff;
	const documents = request.links.map((link) =>
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
