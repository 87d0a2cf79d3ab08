import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import type { Decision, Forward } from '../domain/acceptance/decision';
import { recordDecision } from '../domain/acceptance/decide';
import { isVote, recordForward, recordVote } from '../domain/acceptance/interim';
import { forwardDocument, voteDocument } from '../domain/acceptance/interimDocuments';
import { receiptDocument, returnedDocument } from '../domain/acceptance/outcomeDocuments';
import type { Closing } from '../domain/acceptance/page/model';
import type { Visit } from '../domain/acceptance/pageModel';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { codeItem, messageItem } from './messageItems';
import { codeFor, linkFor } from './receiverLinks';
import { itemExpression, keptItemSchema, type KeptItem } from './requestState';

/** What leaves by which output when n8n goes on, and what the person is told then. */
export interface Answer {
	lanes: INodeExecutionData[][];
	closing: Closing;
}

/** What an answer is made with: `key` seals its ledger row, if rows are sealed. */
export interface Answering {
	context: IWebhookFunctions;
	key: string | undefined;
}

/** A decision leaves by Accepted or Returned; one acceptance of several goes round by Notify. */
export function answerOfDecision(
	{ context, key }: Answering,
	{ handoff }: Visit,
	decision: Decision,
): Answer {
	const item = readKept(context);
	if (isVote(handoff.request, decision)) {
		const voted = sealHandoff(recordVote(handoff, decision), key);
		const { acceptancesNeeded, votes } = voted.request;
		return {
			lanes: [[messageItem(item, voted, voteDocument(voted, decision))], [], [], []],
			closing: { kind: 'voted', needed: acceptancesNeeded, count: votes.length },
		};
	}
	const decided = sealHandoff(recordDecision(handoff, decision, Date.parse(decision.at)), key);
	const closing = { kind: decision.kind };
	if (decision.kind === 'accepted') {
		const receipt = receiptDocument(decided, decided.decision ?? decision);
		return { lanes: [[], [messageItem(item, decided, receipt)], [], []], closing };
	}
	const returned = returnedDocument(decided, decision);
	return { lanes: [[], [], [messageItem(item, decided, returned)], []], closing };
}

/** A forward goes round by Notify, with a link, and where asked a code, for the colleague. */
export function answerOfForward(
	{ context, key }: Answering,
	{ handoff, asksCode }: Visit,
	forward: Forward,
): Answer {
	const { round } = handoff.request;
	const { to } = forward;
	const item = readKept(context);
	const url = linkFor(context, to.email, round);
	const signLink = (email: string) => linkFor(context, email, round);
	const forwarded = sealHandoff(recordForward(handoff, forward, signLink), key);
	const asked = messageItem(item, forwarded, forwardDocument(forwarded, forward, { ...to, url }));
	const code = codeFor(context, to.email, round);
	const told = asksCode ? [asked, codeItem(item, forwarded, { to, code })] : [asked];
	return { lanes: [told, [], [], []], closing: { kind: 'forwarded', name: to.name } };
}

function readKept(context: IWebhookFunctions): KeptItem {
	const kept: unknown = context.evaluateExpression(itemExpression(context.getNode().name));
	return keptItemSchema.catch({ json: {} }).parse(kept);
}
