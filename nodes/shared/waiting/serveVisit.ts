import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { z } from 'zod';
import { isObject } from '../../domain/base/isObject';
import type { SignLink } from '../../domain/handoff/signedLinks';
import type { Page } from '../../domain/page/model';
import { readSealKey } from '../sealKeys';
import {
	keptItemSchema,
	memoryExpression,
	splitMemory,
	stateExpression,
	type KeptItem,
} from './memory';

/** Somebody who opens a link of a waiting node, or submits the form behind it. */
export interface Visitor<State> {
	/** What the node remembers; absent when it cannot be read. */
	state?: State;
	/** What was signed into the link. */
	query: Readonly<Record<string, unknown>>;
	/** Absent when the page is only looked at. */
	form?: { body: unknown; key: string | undefined } | 'unreadable';
	sign: SignLink;
}

/** What a visitor sees, and what goes on because of it. */
export interface VisitServed {
	/** When there is an answer, only if it is the one that n8n takes. */
	page: Page;
	answer?: {
		/** What leaves by each output, made from the record as it came in. */
		lanes: (item: KeptItem) => INodeExecutionData[][];
		/** What the visitor sees when somebody else was quicker. */
		tooLate: () => Page;
	};
}

/**
 * Receives whoever opens or submits a link of a waiting node. n8n has checked the signature before. It
 * is asked to go on with an answer, and only when it has claimed the execution does it send the page
 * of thanks; whoever came second is told so.
 *
 * @param receive answers without side effects, and never throws
 */
export async function serveVisit<Schema extends z.ZodTypeAny>(
	context: IWebhookFunctions,
	schema: Schema,
	receive: (visitor: Visitor<z.output<Schema>>) => VisitServed,
): Promise<IWebhookResponseData> {
	const { state, item } = readMemory(context, schema);
	const { page, answer } = receive(await visitorOf(context, state));
	if (answer === undefined) return sendPage(context, page);
	sendPageToLatecomers(context, answer.tooLate);
	// n8n adds a policy of its own to what it sends; ours stands in the page as well.
	context.getResponseObject().set({ ...page.headers });
	const kept = keptItemSchema.catch({ json: {} }).parse(item);
	return { workflowData: answer.lanes(kept), webhookResponse: page.html };
}

const isPosted = (context: IWebhookFunctions): boolean =>
	context.getRequestObject().method === 'POST';

async function visitorOf<State>(
	context: IWebhookFunctions,
	state: State | undefined,
): Promise<Visitor<State>> {
	const form = isPosted(context) ? { form: await readForm(context) } : {};
	const sign = (parameters: Record<string, string>) => context.getSignedResumeUrl(parameters);
	const query: unknown = context.getQueryData();
	return {
		...(state === undefined ? {} : { state }),
		query: isObject(query) ? { ...query } : {},
		sign,
		...form,
	};
}

async function readForm(
	context: IWebhookFunctions,
): Promise<NonNullable<Visitor<unknown>['form']>> {
	try {
		return { body: context.getBodyData(), key: await readSealKey(context) };
	} catch {
		return 'unreadable';
	}
}

/** What the waiting node remembers, and what it takes to go on: only a form may need that. */
function readMemory<Schema extends z.ZodTypeAny>(
	context: IWebhookFunctions,
	schema: Schema,
): { state?: z.output<Schema>; item: string } {
	const { name } = context.getNode();
	try {
		const { state, item } = isPosted(context)
			? splitMemory(context.evaluateExpression(memoryExpression(name)))
			: { state: context.evaluateExpression(stateExpression(name)), item: '' };
		return { state: schema.parse(state), item };
	} catch {
		return { item: '' };
	}
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
