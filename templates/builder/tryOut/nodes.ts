import type { Position, TemplateNode } from '../nodes/workflow';

/** What the try-out needs besides our own nodes: ways in, the page, and a table of its messages. */

const CORE = 'n8n-nodes-base';
export const PATH = 'try-a-handoff';
export const REPORT_PATH = 'try-a-handoff-report';
/** Apart from the real ledger, so that no report of yours counts a sample deal. */
export const LEDGER = { keepLedger: 'here', ledgerName: 'try_out' };
const MESSAGES = 'handoff_try_out_messages';

export interface Placed {
	name: string;
	at: Position;
}

interface WayIn {
	method?: 'POST';
	path: string;
	answer: Record<string, unknown>;
}

/** A way in that anybody may use who can reach n8n: the deals are samples. */
const openWebhook = (node: Placed, { method, path, answer }: WayIn): TemplateNode => ({
	...node,
	type: `${CORE}.webhook`,
	typeVersion: 2,
	webhookId: `${path}-${(method ?? 'GET').toLowerCase()}`,
	parameters: { ...(method === undefined ? {} : { httpMethod: method }), path, ...answer },
});

/** Shows what the last node wrote as a page. */
export const visit = (node: Placed): TemplateNode =>
	openWebhook(node, {
		path: PATH,
		answer: {
			responseMode: 'lastNode',
			options: { responseContentType: 'text/html; charset=utf-8', responsePropertyName: 'html' },
		},
	});

/** Shows the file that the last node attached. */
export const visitReport = (node: Placed): TemplateNode =>
	openWebhook(node, {
		path: REPORT_PATH,
		answer: {
			responseMode: 'lastNode',
			responseData: 'firstEntryBinary',
			responseBinaryPropertyName: 'report',
			options: {},
		},
	});

/** Sends the browser back to the page at once, so that going back sends nothing twice. */
export const handOver = (node: Placed): TemplateNode =>
	openWebhook(node, {
		method: 'POST',
		path: PATH,
		answer: {
			options: {
				responseCode: { values: { responseCode: 'customCode', customCode: 303 } },
				responseHeaders: { entries: [{ name: 'Location', value: PATH }] },
			},
		},
	});

/** A page of HTML, with short expressions in it; the node evaluates them itself. */
export const page = (node: Placed, html: string): TemplateNode => ({
	...node,
	type: `${CORE}.html`,
	typeVersion: 1.2,
	executeOnce: true,
	parameters: { operation: 'generateHtmlTemplate', html },
});

const table = (node: Placed, parameters: Record<string, unknown>): TemplateNode => ({
	...node,
	type: `${CORE}.dataTable`,
	typeVersion: 1.1,
	retry: true,
	parameters,
});

const messages = { __rl: true, mode: 'name', value: MESSAGES };

export const createMessages = (node: Placed): TemplateNode =>
	table(node, {
		resource: 'table',
		operation: 'create',
		tableName: MESSAGES,
		columns: { column: ['kind', 'article'].map((name) => ({ name, type: 'string' })) },
		options: { createIfNotExists: true },
	});

/** Takes the place of Slack and e-mail: the message of the envelope is kept, to be shown. */
export const keepMessage = (node: Placed): TemplateNode => {
	const value = {
		kind: '={{ $json.handoff.message.kind }}',
		article: `=<article><p>To {{ ${RECEIVERS} }}</p>{{ $json.handoff.message.html }}</article>`,
	};
	return {
		...table(node, {
			resource: 'row',
			operation: 'insert',
			dataTableId: messages,
			columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
			options: {},
		}),
		onError: 'continueRegularOutput',
	};
};

/** The HTML of a message is escaped already; a name may be one that somebody typed. */
const RECEIVERS = "$json.handoff.message.to.map((person) => person.name).join(', ').removeTags()";

export const readMessages = (node: Placed): TemplateNode => ({
	...table(node, {
		resource: 'row',
		operation: 'get',
		dataTableId: messages,
		returnAll: true,
	}),
	alwaysOutputData: true,
	executeOnce: true,
});
