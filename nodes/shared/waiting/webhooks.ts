import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The resume webhook of a waiting request, on the node's own signed address. GET shows, POST decides.
 * One description for both, because n8n evaluates the address of each description at every visit.
 * `responseData` is empty on purpose: only then does n8n send what `webhook()` gives, and only after it
 * has claimed the execution, so that only the winner of a race is told “done”. An expression that
 * yields nothing would do the same, and be run four times for every visit.
 */
export const webhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'GET,POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		isFullPath: true,
		restartWebhook: true,
	},
];
