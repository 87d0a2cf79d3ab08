import { byName, createTable, table, type TableNode } from '../ledger/ledger';
import type { Position, TemplateNode } from '../nodes/workflow';

/** What the try-out needs besides the nodes that other templates use as well. */

const CORE = 'n8n-nodes-base';
export const PATH = 'try-a-handoff';
export const REPORT_PATH = 'try-a-handoff-report';
const MESSAGES = 'handoff_try_out_messages';
const COLUMNS = ['to', 'subject', 'text', 'link'];

interface Placed {
	name: string;
	at: Position;
}

/** A way in that anybody may use who can reach n8n: the deals are samples. */
export const openWebhook = (
	{ name, at }: Placed,
	{ method, path }: { method: 'GET' | 'POST'; path: string },
): TemplateNode => ({
	name,
	at,
	type: `${CORE}.webhook`,
	typeVersion: 2,
	webhookId: `${path}-${method.toLowerCase()}`,
	parameters: {
		...(method === 'GET' ? {} : { httpMethod: method }),
		path,
		responseMode: 'responseNode',
		options: {},
	},
});

const answer = ({ name, at }: Placed, parameters: Record<string, unknown>): TemplateNode => ({
	name,
	at,
	type: `${CORE}.respondToWebhook`,
	typeVersion: 1.1,
	executeOnce: true,
	parameters,
});

const AS_HTML = {
	responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }] },
};

export const showPage = (node: Placed, page: string): TemplateNode =>
	answer(node, { respondWith: 'text', responseBody: page, options: AS_HTML });

export const showFile = (node: Placed, property: string): TemplateNode =>
	answer(node, {
		respondWith: 'binary',
		responseDataSource: 'set',
		inputFieldName: property,
		options: AS_HTML,
	});

/** The browser asks for the desk anew, so that going back sends nothing twice; n8n wants it whole. */
export const showAgain = (node: Placed): TemplateNode =>
	answer(node, {
		respondWith: 'redirect',
		redirectURL: '={{ $json.webhookUrl }}',
		options: { responseCode: 303 },
	});

export const createMessages = (node: TableNode): TemplateNode => ({
	...createTable(
		node,
		MESSAGES,
		COLUMNS.map((name) => ({ name, type: 'string' })),
	),
	executeOnce: true,
});

/** Takes the place of Slack and e-mail: the message of the envelope is kept, to be shown. */
export const keepMessage = (node: TableNode): TemplateNode => {
	const message = '$json.handoff.message';
	const link = `$json.handoff.request?.links?.find(({ email }) => email === ${message}.to[0]?.email)?.url`;
	const value = {
		to: `={{ ${message}.to.map(({ name, email }) => name || email).join(', ') }}`,
		subject: `={{ ${message}.subject }}`,
		text: `={{ ${message}.text }}`,
		link: `={{ ['request', 'reminder', 'escalation'].includes(${message}.kind) ? ${link} ?? '' : '' }}`,
	};
	return {
		...table(node, {
			resource: 'row',
			operation: 'insert',
			dataTableId: byName(MESSAGES),
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			options: {},
		}),
		onError: 'continueRegularOutput',
	};
};

export const readMessages = (node: TableNode): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: byName(MESSAGES),
		returnAll: true,
	}),
	alwaysOutputData: true,
	executeOnce: true,
});

/** The report as a page; Handoff Insights attaches it as the file `report`. */
export const report = (node: Placed): TemplateNode => ({
	...node,
	type: 'n8n-nodes-handoff.handoffInsights',
	typeVersion: 1,
	parameters: { keepLedger: 'nowhere', title: 'Handoffs of the try-out' },
});
