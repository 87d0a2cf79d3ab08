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

/** What another system is answered: fixed, or an expression for it. */
interface Answer {
	body: object | string;
	/** 200 when left out. */
	status?: number;
}

/** Answers the system that called. Without somebody who called, n8n lets the flow go on. */
export const respond = ({ name, at }: Placed, { body, status }: Answer): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	onError: 'continueRegularOutput',
	executeOnce: true,
	parameters: {
		respondWith: 'json',
		responseBody: typeof body === 'string' ? `={{ ${body} }}` : JSON.stringify(body, null, 2),
		options: status === undefined ? {} : { responseCode: status },
	},
});
