import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { answerVisit } from '../domain/acceptance/answerVisit';
import { messageItem } from '../shared/waiting/messageItem';
import { serveVisit } from '../shared/waiting/serveVisit';
import { requestStateSchema } from './requestState';
import { lanesOf } from './step';

/** Receives whoever opens or submits a decision link. */
export async function serveDecisionPage(
	context: IWebhookFunctions,
	now: Instant,
): Promise<IWebhookResponseData> {
	return await serveVisit(context, requestStateSchema, ({ state: request, ...arrival }) => {
		const { page, answer } = answerVisit({ request, ...arrival }, now);
		if (answer === undefined) return { page };
		const { leavesBy, envelopes, tooLate } = answer;
		const itemsOf = (item: Parameters<typeof messageItem>[0]) =>
			lanesOf(
				leavesBy,
				envelopes.map((envelope) => messageItem(item, envelope)),
			);
		return { page, answer: { lanes: itemsOf, tooLate } };
	});
}
