import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Page } from '../domain/acceptance/page/model';

/** Sends a page and leaves the execution waiting. */
export function sendPage(context: IWebhookFunctions, page: Page): IWebhookResponseData {
	context
		.getResponseObject()
		.status(page.status)
		.set({ ...page.headers })
		.send(page.html);
	return { noWebhookResponse: true };
}
