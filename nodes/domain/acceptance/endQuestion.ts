import type { Decision } from '../handoff/decision';
import type { LedgerRow } from '../handoff/row';
import { sealHandoff } from '../ledger/sealHandoff';
import { leaveUnanswered, recordDecision } from './decide';
import { sameAddress } from './emailAddress';
import { envelopeFor } from './envelopes';
import { commonLocale } from './locale';
import { expiredDocument, receiptDocument, returnedDocument } from './outcomeDocuments';
import type { LedgerView, OpenQuestion, SettledQuestion } from './openQuestion';

interface Ending extends Pick<LedgerView, 'now' | 'key'> {
	/** The rows of what happened before, to be written with the last one. */
	before: LedgerRow[];
}

/**
 * Ends a question with a decision. The message is for the other side: who decided has a receipt, and
 * gets this one only where nobody else can be told.
 */
export function decideQuestion(
	question: OpenQuestion,
	decision: Decision,
	{ key, before }: Ending,
): SettledQuestion {
	const { handoff } = question;
	const decided = sealHandoff(recordDecision(handoff, decision, Date.parse(decision.at)), key);
	const { decision: recorded = decision } = decided;
	const write = decision.kind === 'accepted' ? receiptDocument : returnedDocument;
	const document = write(decided, recorded, commonLocale(question));
	const others = document.to.filter(({ email }) => !sameAddress(email, decision.by.email));
	const to = others.length > 0 ? others : document.to;
	return {
		handoff,
		rows: withEvent(before, decided.event),
		then: { leavesBy: decision.kind, envelope: envelopeFor(decided, { ...document, to }) },
	};
}

/** Ends a question that nobody answered. */
export function leaveQuestion(
	question: OpenQuestion,
	{ now, key, before }: Ending,
): SettledQuestion {
	const { handoff, escalateTo } = question;
	const left = sealHandoff(leaveUnanswered(handoff, now), key);
	const document = expiredDocument(left, escalateTo, commonLocale(question));
	return {
		handoff,
		rows: withEvent(before, left.event),
		then: { leavesBy: 'noDecision', envelope: envelopeFor(left, document) },
	};
}

const withEvent = (before: LedgerRow[], event: LedgerRow | undefined): LedgerRow[] =>
	event === undefined ? before : [...before, event];
