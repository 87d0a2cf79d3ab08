import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Both resume webhooks of a waiting request, on the node's own signed address. GET shows, POST
 * decides. `responseData` is empty on purpose: only then does n8n send what `webhook()` gives, and only
 * after it has claimed the execution, so that only the winner of a race is told “done”. An expression
 * that yields nothing would do the same, and be run four times for every visit.
 */
export const webhooks: IWebhookDescription[] = (['GET', 'POST'] as const).map((httpMethod) => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	isFullPath: true,
	restartWebhook: true,
}));
