import type { IWebhookFunctions } from 'n8n-workflow';
import type { Decision, Forward } from '../domain/handoff/decision';
import { recordDecision } from '../domain/acceptance/decide';
import { isVote, recordVote } from '../domain/acceptance/recordVote';
import { recordForward } from '../domain/acceptance/recordForward';
import { forwardDocument } from '../domain/acceptance/forwardDocument';
import { voteDocument } from '../domain/acceptance/voteDocument';
import { receiptDocument, returnedDocument } from '../domain/acceptance/outcomeDocuments';
import { sameAddress } from '../domain/acceptance/emailAddress';
import type { Closing } from '../domain/acceptance/page/model';
import type { Visit } from '../domain/acceptance/pageModel';
import { openLinks } from '../domain/acceptance/receivers';
import { commonLocale } from '../domain/acceptance/locale';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { codeItems, messageItem, requestItems } from './messageItems';
import { linkFor } from './receiverLinks';
import { keptItemSchema, type KeptItem } from './requestState';
import type { Lanes } from './step';

/** What leaves by which output when n8n goes on, and what the person is told then. */
export interface Answer {
	lanes: Lanes;
	closing: Closing;
}

export interface Answering {
	context: IWebhookFunctions;
	/** Seals the ledger row of the answer, if rows are sealed. */
	key: string | undefined;
	/** The item as it came in, as it is kept. */
	item: string;
}

/** A decision leaves by Accepted or Returned; one acceptance of several goes round by Notify. */
export function answerOfDecision(answering: Answering, visit: Visit, decision: Decision): Answer {
	const { handoff } = visit;
	if (isVote(handoff.request, decision)) return answerOfVote(answering, visit, decision);
	const item = readKept(answering);
	const locale = commonLocale(visit);
	const at = Date.parse(decision.at);
	const decided = sealHandoff(recordDecision(handoff, decision, at), answering.key);
	const { decision: recorded = decision } = decided;
	const closing = { kind: decision.kind };
	if (decision.kind === 'accepted') {
		const receipt = receiptDocument(decided, recorded, locale);
		return { lanes: [[], [messageItem(item, decided, receipt)], [], []], closing };
	}
	const returned = returnedDocument(decided, recorded, locale);
	return { lanes: [[], [], [messageItem(item, decided, returned)], []], closing };
}

/** Who accepted is told, and, where people are asked one after the other, the next one is asked. */
function answerOfVote(answering: Answering, visit: Visit, vote: Decision): Answer {
	const { context, key } = answering;
	const item = readKept(answering);
	const before = new Set(openLinks(visit.handoff.request).map(({ email }) => email));
	const voted = sealHandoff(recordVote(visit.handoff, vote), key);
	const asking = { ...visit, handoff: voted };
	const links = openLinks(voted.request).filter(({ email }) => !before.has(email));
	const told = messageItem(item, voted, voteDocument(voted, vote, commonLocale(asking)));
	const { acceptancesNeeded, votes } = voted.request;
	return {
		lanes: [[told, ...requestItems(context, item, { asking, links })], [], [], []],
		closing: { kind: 'voted', needed: acceptancesNeeded, count: votes.length },
	};
}

/** A forward goes round by Notify, with a link, and where asked a code, for the colleague. */
export function answerOfForward(answering: Answering, visit: Visit, forward: Forward): Answer {
	const { context, key } = answering;
	const { round } = visit.handoff.request;
	const { to } = forward;
	const item = readKept(answering);
	const sign = (email: string) => linkFor(context, email, round);
	const handoff = sealHandoff(recordForward(visit.handoff, forward, sign), key);
	const asking = { ...visit, handoff };
	const link = handoff.request.links.find(({ email }) => sameAddress(email, to.email)) ?? {
		...to,
		url: sign(to.email),
	};
	const document = forwardDocument(handoff, forward, { link, locale: commonLocale(asking) });
	const codes = codeItems(context, item, { asking, links: [link] });
	return {
		lanes: [[messageItem(item, handoff, document), ...codes], [], [], []],
		closing: { kind: 'forwarded', name: to.name },
	};
}

const readKept = ({ item }: Answering): KeptItem => keptItemSchema.catch({ json: {} }).parse(item);
