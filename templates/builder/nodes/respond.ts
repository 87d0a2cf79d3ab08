import type { Position, TemplateNode } from './workflow';

interface Placed {
	name: string;
	at: Position;
}

/** A way in for other systems: they must show a key, and are answered by the flow itself. */
export const authenticatedWebhook = ({ name, at }: Placed, path: string): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: path,
	parameters: {
		httpMethod: 'POST',
		path,
		authentication: 'headerAuth',
		responseMode: 'responseNode',
		options: {},
	},
});

/**
 * Answers the system that called with the item that comes in; a record without an id is refused.
 * Without somebody who called, n8n lets the flow go on.
 */
export const respond = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	onError: 'continueRegularOutput',
	executeOnce: true,
	parameters: {
		respondWith: 'firstIncomingItem',
		options: { responseCode: '={{ $json.recordId ? 200 : 400 }}' },
	},
});
