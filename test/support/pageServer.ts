import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { parseDecisionForm, type DecisionForm } from '../../nodes/domain/acceptance/decisionForm';
import { renderClosingPage } from '../../nodes/domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../../nodes/domain/acceptance/page/decisionPage';
import type { Page } from '../../nodes/domain/page/model';
import type { DecisionPageModel } from '../../nodes/domain/acceptance/page/model';

/** What n8n 2.41 puts on an answer that ends a wait, in place of the page's own headers. */
const N8N_HEADERS = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		'sandbox allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-presentation allow-scripts allow-top-navigation-by-user-activation allow-top-navigation-to-custom-protocols',
};

export interface PageServer {
	url: string;
	/** What the forms sent so far were read as. */
	forms: DecisionForm[];
	/** Every GET, with where it says that it came from. */
	visits: { path: string | undefined; referrer: string | undefined }[];
	/** The page that GET answers with. */
	show(page: Page): void;
	/** The model that a POST is held against and a refused form is shown with. */
	ask(model: DecisionPageModel): void;
	close(): Promise<void>;
}

/**
 * A loopback server that answers like Handoff Accept behind n8n: GET with the page under its own
 * headers, POST with a page under n8n's sandbox.
 */
export async function servePages(first: DecisionPageModel): Promise<PageServer> {
	let model = first;
	let page = renderDecisionPage(first);
	const forms: DecisionForm[] = [];
	const visits: PageServer['visits'] = [];
	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		if (request.method !== 'POST') {
			visits.push({ path: request.url, referrer: request.headers.referer });
			response.writeHead(request.url?.startsWith('/decide') ? page.status : 404, page.headers);
			response.end(request.url?.startsWith('/decide') ? page.html : '');
			return;
		}
		const form = parseDecisionForm(parse(await readAll(request)), { ...model, by: model.reader });
		forms.push(form);
		response.writeHead(200, N8N_HEADERS).end(answerTo(form, model).html);
	};
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/decide?to=ana%40delivery.example&signature=abc`,
		forms,
		visits,
		show: (next) => void (page = next),
		ask: (next) => {
			model = next;
			page = renderDecisionPage(next);
		},
		close: async () =>
			await new Promise<void>((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

function answerTo(form: DecisionForm, model: DecisionPageModel): Page {
	if (form.kind === 'refused') return renderDecisionPage({ ...model, ...form });
	if (form.kind === 'preview') {
		const corrected = { corrections: form.corrections, ready: true, open: [] };
		return renderDecisionPage({ ...model, typed: form.typed, corrected });
	}
	if (form.kind === 'valid') return renderClosingPage(model, { kind: form.decision.kind });
	if (form.kind === 'ask') {
		return renderClosingPage(model, { kind: 'asked', name: 'Sam Sender', due: model.respondBy });
	}
	return renderClosingPage(model, { kind: 'forwarded', name: form.forward.to.name });
}

async function readAll(request: IncomingMessage): Promise<string> {
	const chunks: string[] = [];
	request.setEncoding('utf8');
	for await (const chunk of request) chunks.push(String(chunk));
	return chunks.join('');
}
