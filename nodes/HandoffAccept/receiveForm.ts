import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { parseDecisionForm } from '../domain/acceptance/decisionForm';
import type { FormTerms } from '../domain/acceptance/formTerms';
import { domainOf } from '../domain/acceptance/emailAddress';
import { renderClosingPage } from '../domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../domain/acceptance/page/decisionPage';
import type { Page } from '../domain/acceptance/page/model';
import { pageBasis, pageModel, type Visit } from '../domain/acceptance/pageModel';
import { openLinks } from '../domain/acceptance/receivers';
import { formatInstant, type Instant } from '../domain/instant';
import { answerOfDecision, answerOfForward, type Answer } from './answers';
import { codeFor } from './receiverLinks';
import { sendPage } from './sendPage';

/**
 * Reads the form. Not in order: the page comes back with what is missing, and the request stays
 * open. In order: n8n is asked to go on with the answer, and only when it has claimed the execution
 * does it send the page of thanks; whoever came second is told so.
 */
export function receiveForm(
	context: IWebhookFunctions,
	visit: Visit,
	now: Instant,
): IWebhookResponseData {
	const form = parseDecisionForm(context.getBodyData(), formTerms(context, visit));
	if (form.kind === 'refused') {
		return sendPage(context, renderDecisionPage({ ...pageModel(visit, now), ...form }));
	}
	const basis = pageBasis(visit);
	if (form.round !== String(visit.handoff.request.round)) {
		return sendPage(context, renderClosingPage(basis, { kind: 'closed' }));
	}
	const at = formatInstant(now);
	const answer: Answer =
		form.kind === 'forward'
			? answerOfForward(context, visit, { ...form.forward, at })
			: answerOfDecision(context, visit, { ...form.decision, at });
	answerLoserWith(context, renderClosingPage(basis, { kind: 'busy' }));
	return {
		workflowData: answer.lanes,
		webhookResponse: renderClosingPage(basis, answer.closing).html,
	};
}

function formTerms(context: IWebhookFunctions, visit: Visit): FormTerms {
	const { handoff, link, password, asksCode, forwarding } = visit;
	const { request } = handoff;
	return {
		checklist: request.checklist,
		returnReasons: request.returnReasons,
		fields: handoff.agreed.fields,
		by: link,
		...(password === undefined ? {} : { password }),
		...(asksCode ? { code: codeFor(context, link.email, request.round) } : {}),
		...(forwarding === undefined ? {} : { forwarding: forwardTerms(visit, forwarding) }),
	};
}

const forwardTerms = (
	{ handoff: { request, sender } }: Visit,
	{ domains }: { domains?: readonly string[] },
): NonNullable<FormTerms['forwarding']> => ({
	sender: sender.email ?? '',
	asked: [...openLinks(request), ...request.votes.map(({ by }) => by)].map(({ email }) => email),
	...(domains === undefined ? {} : { domains: domains.map((domain) => domainOf(domain)) }),
});

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
