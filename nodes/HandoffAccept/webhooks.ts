import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Both resume webhooks of a waiting request, on the node's own signed address. GET shows, POST
 * decides. `responseData` yields nothing on purpose: only then does n8n hold the answer back until
 * it has claimed the execution, so that only the winner of a race is told “done”.
 */
export const webhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map((httpMethod) => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '={{ undefined }}',
	path: '={{ $nodeId }}',
	isFullPath: true,
	restartWebhook: true,
}));
