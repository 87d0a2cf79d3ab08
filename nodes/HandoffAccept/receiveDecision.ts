import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseDecisionForm } from '../domain/acceptance/decisionForm';
import { recordDecision } from '../domain/acceptance/decide';
import type { Decision } from '../domain/acceptance/decision';
import { receiptDocument, returnedDocument } from '../domain/acceptance/outcomeDocuments';
import { renderClosingPage } from '../domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../domain/acceptance/page/decisionPage';
import type { Page } from '../domain/acceptance/page/model';
import { pageBasis, pageModel, type Visit } from '../domain/acceptance/pageModel';
import { formatInstant, type Instant } from '../domain/instant';
import { messageItem } from './messageItems';
import { itemExpression, keptItemSchema } from './requestState';
import { sendPage } from './sendPage';

/**
 * Reads the form. Not in order: the page comes back with what is missing, and the request stays
 * open. In order: n8n is asked to go on with the decision, and only when it has claimed the
 * execution does it send the answer; whoever came second is told so.
 */
export function receiveDecision(
	context: IWebhookFunctions,
	visit: Visit,
	now: Instant,
): IWebhookResponseData {
	const { request, agreed } = visit.handoff;
	const basis = pageBasis(visit);
	const form = parseDecisionForm(context.getBodyData(), {
		checklist: request.checklist,
		returnReasons: request.returnReasons,
		fields: agreed.fields,
		by: visit.link,
	});
	if (form.kind === 'refused') {
		return sendPage(context, renderDecisionPage({ ...pageModel(visit, now), ...form }));
	}
	if (form.round !== String(request.round)) {
		return sendPage(context, renderClosingPage(basis, { kind: 'closed' }));
	}
	const decision: Decision = { ...form.decision, at: formatInstant(now) };
	const thanks = renderClosingPage(basis, { kind: decision.kind });
	answerLoserWith(context, renderClosingPage(basis, { kind: 'already' }));
	return { workflowData: lanesOf(context, visit, decision), webhookResponse: thanks.html };
}

function lanesOf(context: IWebhookFunctions, visit: Visit, decision: Decision) {
	const kept: unknown = context.evaluateExpression(itemExpression(context.getNode().name));
	const item = keptItemSchema.catch({ json: {} }).parse(kept);
	const handoff = recordDecision(visit.handoff, decision, Date.parse(decision.at));
	if (decision.kind === 'accepted') {
		return [[], [messageItem(item, handoff, receiptDocument(handoff, decision))], [], []];
	}
	return [[], [], [messageItem(item, handoff, returnedDocument(handoff, decision))], []];
}

/**
 * n8n runs this webhook for everybody who submits and lets one of them win afterwards. It tells the
 * others with an error as JSON; people get a page instead.
 */
function answerLoserWith(context: IWebhookFunctions, page: Page): void {
	const response = context.getResponseObject();
	const sendJson = response.json.bind(response);
	response.json = (body: unknown) =>
		response.statusCode < 400
			? sendJson(body)
			: response
					.status(page.status)
					.set({ ...page.headers })
					.send(page.html);
}
