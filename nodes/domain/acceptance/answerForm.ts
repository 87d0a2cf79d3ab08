import type { Decision, Forward } from '../handoff/decision';
import { sealHandoff } from '../ledger/sealHandoff';
import { recordDecision } from './decide';
import { sameAddress } from '../base/emailAddress';
import { codeEnvelopes, envelopeFor, requestEnvelopes } from './envelopes';
import { forwardDocument, recordForward } from './forward';
import { commonLocale, senderLocale } from '../wording/locale';
import { receiptDocument, returnedDocument } from './outcomeDocuments';
import type { Visit } from './pageModel';
import { openLinks } from './receivers';
import { recordLater, type FormAnswer } from './recordLater';
import { linkFor, type SignLink } from '../handoff/signedLinks';
import { isVote, recordVote, voteDocument } from './vote';

/** What it takes to answer besides the form. */
export interface Means {
	sign: SignLink;
	/** Seals the ledger row of the answer, if rows are sealed. */
	key: string | undefined;
}

/** A decision leaves by Accepted or Returned; one acceptance of several goes round by Notify. */
export function answerDecision(visit: Visit, decision: Decision, means: Means): FormAnswer {
	const { request } = visit.handoff;
	const answer = isVote(request, decision)
		? answerVote(visit, decision, means)
		: answerLastDecision(visit, decision, means);
	return request.askedBy === undefined ? answer : recordLater(visit, answer, { decision });
}

function answerLastDecision(visit: Visit, decision: Decision, means: Means): FormAnswer {
	const at = Date.parse(decision.at);
	const decided = sealHandoff(recordDecision(visit.handoff, decision, at), means.key);
	const { decision: recorded = decision } = decided;
	const { kind } = decision;
	const write = kind === 'accepted' ? receiptDocument : returnedDocument;
	const document = write(decided, recorded, senderLocale(visit));
	return { leavesBy: kind, envelopes: [envelopeFor(decided, document)], closing: { kind } };
}

/** Who accepted is told, and, where people are asked one after the other, the next one is asked. */
function answerVote(visit: Visit, vote: Decision, { sign, key }: Means): FormAnswer {
	const before = new Set(openLinks(visit.handoff.request).map(({ email }) => email));
	const handoff = sealHandoff(recordVote(visit.handoff, vote), key);
	const asking = { ...visit, handoff };
	const next = openLinks(handoff.request).filter(({ email }) => !before.has(email));
	const document = voteDocument(handoff, vote, commonLocale(asking));
	const { acceptancesNeeded: needed, votes } = handoff.request;
	return {
		leavesBy: 'notify',
		envelopes: [envelopeFor(handoff, document), ...requestEnvelopes(asking, sign, next)],
		closing: { kind: 'voted', needed, count: votes.length },
	};
}

/** A forward goes round by Notify, with a link, and where asked a code, for the colleague. */
export function answerForward(visit: Visit, forward: Forward, { sign, key }: Means): FormAnswer {
	const { to } = forward;
	const signLink = (email: string) => linkFor(sign, email, visit.handoff.request.round);
	const handoff = sealHandoff(recordForward(visit.handoff, forward, signLink), key);
	const asking = { ...visit, handoff };
	const link = handoff.request.links.find(({ email }) => sameAddress(email, to.email)) ?? {
		...to,
		url: signLink(to.email),
	};
	const document = forwardDocument(handoff, forward, { link, locale: commonLocale(asking) });
	const answer: FormAnswer = {
		leavesBy: 'notify',
		envelopes: [envelopeFor(handoff, document), ...codeEnvelopes(asking, sign, [link])],
		closing: { kind: 'forwarded', name: to.name },
	};
	const { askedBy } = handoff.request;
	return askedBy === undefined ? answer : recordLater(visit, answer, { forward });
}
