import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerFixVisit } from '../domain/fixing/answerFixVisit';
import type { Instant } from '../domain/base/instant';
import { messageItem } from '../shared/waiting/messageItem';
import { serveVisit } from '../shared/waiting/serveVisit';
import { fixStateSchema } from './fixState';
import { fixLanes } from './lanes';

/** Receives whoever opens or submits a link to what is missing. */
export async function serveFixPage(
	context: IWebhookFunctions,
	now: Instant,
): Promise<IWebhookResponseData> {
	return await serveVisit(context, fixStateSchema, (visitor) => {
		const { page, answer } = answerFixVisit(visitor, now);
		if (answer === undefined) return { page };
		const { envelope, tooLate } = answer;
		return {
			page,
			answer: { tooLate, lanes: (item) => fixLanes({ notify: [messageItem(item, envelope)] }) },
		};
	});
}
