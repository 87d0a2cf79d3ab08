import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { correctDecision, type CorrectedForm } from '../domain/acceptance/correctDecision';
import { parseDecisionForm } from '../domain/acceptance/decisionForm';
import { renderClosingPage } from '../domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../domain/acceptance/page/decisionPage';
import type { Page } from '../domain/acceptance/page/model';
import { pageBasis, pageModel, type Visit } from '../domain/acceptance/pageModel';
import { formatInstant, type Instant } from '../domain/base/instant';
import { answerOfDecision, answerOfForward, type Answer, type Answering } from './answers';
import { formTerms } from './formTerms';
import { sendPage } from './sendPage';

/**
 * Reads the form. Not in order: the page comes back with what is missing, and the request stays
 * open. In order: n8n is asked to go on with the answer, and only when it has claimed the execution
 * does it send the page of thanks; whoever came second is told so.
 *
 * @param kept what the answer is made with besides
 */
export function receiveForm(
	context: IWebhookFunctions,
	visit: Visit,
	{ now, ...kept }: { now: Instant } & Omit<Answering, 'context'>,
): IWebhookResponseData {
	const read = parseDecisionForm(context.getBodyData(), formTerms(context, visit));
	const form = correctDecision(read, visit, now);
	if (form.kind === 'refused' || form.kind === 'preview') {
		return sendPage(context, renderDecisionPage({ ...pageModel(visit, now), ...form }));
	}
	const basis = pageBasis(visit);
	if (form.round !== String(visit.handoff.request.round)) {
		return sendPage(context, renderClosingPage(basis, { kind: 'closed' }));
	}
	const answering = { context, ...kept };
	const answer = answerOf(answering, visit, { form, at: formatInstant(now) });
	sendPageToLatecomers(context, () => renderClosingPage(basis, { kind: 'busy' }));
	const { headers, html } = renderClosingPage(basis, answer.closing);
	// n8n adds a policy of its own to what it sends; ours stands in the page as well.
	context.getResponseObject().set({ ...headers });
	return { workflowData: answer.lanes, webhookResponse: html };
}

function answerOf(
	answering: Answering,
	visit: Visit,
	{ form, at }: { form: Extract<CorrectedForm, { kind: 'valid' | 'forward' }>; at: string },
): Answer {
	if (form.kind === 'forward') return answerOfForward(answering, visit, { ...form.forward, at });
	const answer = answerOfDecision(answering, visit, { ...form.decision, at });
	const { closing } = answer;
	return form.corrected === undefined || closing.kind !== 'accepted'
		? answer
		: { ...answer, closing: { ...closing, corrected: form.corrected } };
}

/**
 * n8n runs this webhook for everybody who submits and lets one of them win afterwards. It tells the
 * others with an error as JSON; people get a page instead.
 */
function sendPageToLatecomers(context: IWebhookFunctions, writePage: () => Page): void {
	const response = context.getResponseObject();
	const sendJson = response.json.bind(response);
	response.json = (body: unknown) => {
		if (response.statusCode < 400) return sendJson(body);
		const { status, headers, html } = writePage();
		return response
			.status(status)
			.set({ ...headers })
			.send(html);
	};
}
