import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { isObject } from '../domain/base/isObject';
import { answerVisit, type Arrival, type VisitAnswer } from '../domain/acceptance/answerVisit';
import type { Page } from '../domain/acceptance/page/model';
import { readSealKey } from '../shared/sealKeys';
import { messageItem } from './messageItem';
import {
	keptItemSchema,
	memoryExpression,
	requestStateSchema,
	splitMemory,
	stateExpression,
	type RequestState,
} from './requestState';
import { lanesOf } from './step';

/**
 * Receives whoever opens or submits a decision link. n8n has checked the signature before. It is
 * asked to go on with an answer, and only when it has claimed the execution does it send the page of
 * thanks; whoever came second is told so.
 */
export async function serveDecisionPage(
	context: IWebhookFunctions,
	now: Instant,
): Promise<IWebhookResponseData> {
	const memory = readMemory(context);
	const { page, answer } = answerVisit(await readArrival(context, memory.state), now);
	if (answer === undefined) return sendPage(context, page);
	sendPageToLatecomers(context, answer.tooLate);
	// n8n adds a policy of its own to what it sends; ours stands in the page as well.
	context.getResponseObject().set({ ...page.headers });
	return { workflowData: itemsOf(answer, memory.item), webhookResponse: page.html };
}

const isPosted = (context: IWebhookFunctions): boolean =>
	context.getRequestObject().method === 'POST';

async function readArrival(
	context: IWebhookFunctions,
	request: RequestState | undefined,
): Promise<Arrival> {
	const form = isPosted(context) ? { form: await readForm(context) } : {};
	const sign = (parameters: Record<string, string>) => context.getSignedResumeUrl(parameters);
	return {
		...(request === undefined ? {} : { request }),
		query: readQuery(context),
		sign,
		...form,
	};
}

async function readForm(context: IWebhookFunctions): Promise<NonNullable<Arrival['form']>> {
	try {
		return { body: context.getBodyData(), key: await readSealKey(context) };
	} catch {
		return 'unreadable';
	}
}

function readQuery(context: IWebhookFunctions): Arrival['query'] {
	const query: unknown = context.getQueryData();
	return isObject(query) ? { to: query.to, round: query.round } : {};
}

/** What the waiting node remembers, and what it takes to go on: only a form may need that. */
function readMemory(context: IWebhookFunctions): { state?: RequestState; item: string } {
	const { name } = context.getNode();
	try {
		const { state, item } = isPosted(context)
			? splitMemory(context.evaluateExpression(memoryExpression(name)))
			: { state: context.evaluateExpression(stateExpression(name)), item: '' };
		return { state: requestStateSchema.parse(state), item };
	} catch {
		return { item: '' };
	}
}

function itemsOf({ leavesBy, envelopes }: NonNullable<VisitAnswer['answer']>, kept: string) {
	const item = keptItemSchema.catch({ json: {} }).parse(kept);
	return lanesOf(
		leavesBy,
		envelopes.map((envelope) => messageItem(item, envelope)),
	);
}

/** Sends a page and leaves the execution waiting. */
function sendPage(context: IWebhookFunctions, page: Page): IWebhookResponseData {
	const response = context.getResponseObject();
	response
		.status(page.status)
		.set({ ...page.headers })
		.send(page.html);
	return { noWebhookResponse: true };
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
