import type { Instant } from '../base/instant';
import type { Decision } from '../handoff/decision';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { sealRows, type SealedRows } from '../ledger/sealHandoff';
import { leaveUnanswered, recordDecision } from './decide';
import { sameAddress } from '../base/emailAddress';
import { envelopeFor } from './envelopes';
import { senderLocale } from '../wording/locale';
import { expiredDocument, receiptDocument, returnedDocument } from './outcomeDocuments';
import type { LedgerView, OpenQuestion, SettledQuestion } from './openQuestion';
import { clocksAtEnd } from './questionClock';

interface Ending extends Pick<LedgerView, 'rows' | 'now' | 'key'> {
	/** The rows of what happened before, to be written with the last ones. */
	before: LedgerRow[];
}

/**
 * Ends a question with a decision. The message is for the other side: who decided has a receipt, and
 * gets this one only where nobody else can be told.
 */
export function decideQuestion(
	question: OpenQuestion,
	decision: Decision,
	ending: Ending,
): SettledQuestion {
	const { handoff } = question;
	const at = Date.parse(decision.at);
	const decided = withClocks(recordDecision(handoff, decision, at), at, ending);
	const { decision: recorded = decision } = decided.handoff;
	const write = decision.kind === 'accepted' ? receiptDocument : returnedDocument;
	const document = write(decided.handoff, recorded, senderLocale(question));
	const others = document.to.filter(({ email }) => !sameAddress(email, decision.by.email));
	const to = others.length > 0 ? others : document.to;
	return {
		handoff,
		rows: [...ending.before, ...decided.rows],
		then: {
			leavesBy: decision.kind,
			envelope: envelopeFor(decided.handoff, { ...document, to }),
		},
	};
}

/** Ends a question that nobody answered. */
export function leaveQuestion(question: OpenQuestion, ending: Ending): SettledQuestion {
	const { handoff, escalateTo } = question;
	const left = withClocks(leaveUnanswered(handoff, ending.now), ending.now, ending);
	const document = expiredDocument(left.handoff, escalateTo, senderLocale(question));
	return {
		handoff,
		rows: [...ending.before, ...left.rows],
		then: { leavesBy: 'noDecision', envelope: envelopeFor(left.handoff, document) },
	};
}

/** The end of a question as it is recorded: its own row, and those of the clocks that it concerns. */
function withClocks(
	ended: Handoff,
	at: Instant,
	{ rows, key }: Pick<Ending, 'rows' | 'key'>,
): SealedRows<Handoff> {
	const clocks = clocksAtEnd(ended, { rows, at });
	const handoff = { ...clocks.handoff, event: ended.event };
	const own = ended.event === undefined ? [] : [ended.event];
	return sealRows(handoff, [...own, ...clocks.rows], key);
}
