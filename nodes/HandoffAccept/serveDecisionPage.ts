import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { renderClosingPage } from '../domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../domain/acceptance/page/decisionPage';
import type { Closing, PageBasis } from '../domain/acceptance/page/model';
import { wordingSchema } from '../domain/wording/wording';
import { pageBasis, pageModel, type Visit } from '../domain/acceptance/pageModel';
import { forwardOf, hasVoted, openLinks } from '../domain/acceptance/receivers';
import type { AcceptanceRequest, ReceiverLink } from '../domain/handoff/request';
import { isObject } from '../domain/base/isObject';
import type { Instant } from '../domain/base/instant';
import { readSealKey } from '../shared/sealKeys';
import { receiveForm } from './receiveForm';
import {
	memoryExpression,
	requestStateSchema,
	splitMemory,
	stateExpression,
	type RequestState,
} from './requestState';
import { sendPage } from './sendPage';

/**
 * Answers whoever opens or submits a decision link. n8n has checked the signature before. A GET
 * shows the page and changes nothing, however often; a POST decides when the form is in order.
 *
 * Never throws: n8n ends the execution with an error when a resume webhook does, also on a GET.
 */
export async function serveDecisionPage(
	context: IWebhookFunctions,
	now: Instant,
): Promise<IWebhookResponseData> {
	let basis = NOTHING_KNOWN;
	try {
		const posted = context.getRequestObject().method === 'POST';
		const memory = posted ? readMemory(context) : { state: readState(context), item: '' };
		const state = requestStateSchema.parse(memory.state);
		basis = pageBasis(state);
		const link = linkOf(context, state);
		basis = pageBasis({ ...state, link });
		const visit = recogniseVisit(context, state, link);
		if (!('link' in visit)) return sendPage(context, renderClosingPage(basis, visit));
		if (posted) {
			const { item } = memory;
			return receiveForm(context, visit, { now, item, key: await readSealKey(context) });
		}
		return sendPage(context, renderDecisionPage(pageModel(visit, now)));
	} catch {
		return sendPage(context, renderClosingPage(basis, { kind: 'unreadable' }));
	}
}

const NOTHING_KNOWN: PageBasis = {
	title: '',
	senderTeam: '',
	receiverTeam: '',
	wording: wordingSchema.parse({}),
	branding: {},
	timezone: 'UTC',
};

const readState = (context: IWebhookFunctions): unknown =>
	context.evaluateExpression(stateExpression(context.getNode().name));

/** What it takes to go on as well: only a form may need that. */
const readMemory = (context: IWebhookFunctions): { state: string; item: string } =>
	splitMemory(context.evaluateExpression(memoryExpression(context.getNode().name)));

/** The receiver whom the signed link names. */
function linkOf(context: IWebhookFunctions, { handoff }: RequestState): ReceiverLink | undefined {
	const { to } = queryOf(context);
	return handoff.request.links.find(({ email }) => email === to);
}

/** Whose link this is, and whether it belongs to the round that is open. */
function recogniseVisit(
	context: IWebhookFunctions,
	state: RequestState,
	link: ReceiverLink | undefined,
): Visit | Closing {
	const { round } = queryOf(context);
	const { request } = state.handoff;
	if (round !== String(request.round)) return { kind: 'closed' };
	if (link === undefined) return { kind: 'notReceiver' };
	const forward = forwardOf(request, link.email);
	if (forward !== undefined) return { kind: 'forwarded', name: forward.to.name };
	if (hasVoted(request, link.email)) return votedClosing(request);
	if (!openLinks(request).includes(link)) return { kind: 'notYet' };
	return { ...state, link };
}

/** How far the acceptances have come. */
const votedClosing = ({ acceptancesNeeded, votes }: AcceptanceRequest): Closing => ({
	kind: 'voted',
	needed: acceptancesNeeded,
	count: votes.length,
});

function queryOf(context: IWebhookFunctions): { to?: unknown; round?: unknown } {
	const query: unknown = context.getQueryData();
	return isObject(query) ? { to: query.to, round: query.round } : {};
}
