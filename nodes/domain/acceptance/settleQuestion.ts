import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';
import type { LedgerRow } from '../handoff/row';
import { checkDecision, type DecisionCheck } from '../life/decisions';
import { standingOf, type Standing } from '../life/standing';
import { decideQuestion, leaveQuestion } from './endQuestion';
import type { LedgerView, News, OpenQuestion, SettledQuestion } from './openQuestion';
import { fingerprintOf } from './questionOf';
import { recordNews } from './recordNews';
import { recordedDecision, withRecorded } from './recordedRequest';
import { withSignedLinks } from './receivers';
import { linkFor } from '../handoff/signedLinks';
import { withTimeStood } from './asking/timeStood';
import { nextMoment } from './asking/moments';
import { ballHolder } from '../handoff/turns';
import { endVoid, refuseAnswer } from './voidQuestion';

/**
 * What becomes of a question each time its execution goes on: what has happened since is checked
 * against the ledger and recorded, and only then something follows from it. A question that was
 * replaced or withdrawn meanwhile decides nothing any more, and those who were asked are told.
 */
export function settleQuestion(
	question: OpenQuestion,
	news: News,
	ledger: LedgerView,
): SettledQuestion {
	const standing = standingOf(ledger.rows, question.handoff.id);
	const current = { ...question, handoff: currentHandoff(question, standing, ledger) };
	const { handoff } = current;
	const check = checkDecision(standing, {
		attempt: handoff.attempt,
		round: handoff.request.round,
		askedBy: handoff.request.askedBy ?? '',
		fingerprint: fingerprintOf(handoff),
	});
	if (check === 'counts') return goOn(current, news, ledger);
	return endedBefore(current, news, { ...ledger, check }) ?? endVoid(current, news, check);
}

/**
 * With links of this execution: an execution that n8n retries has another number. Who has the ball, and
 * how long the time of the receiving team stood, follows from the questions in the ledger.
 */
function currentHandoff(
	{ handoff, clock }: OpenQuestion,
	{ seal, turns }: Standing,
	{ rows, sign, now }: LedgerView,
): AskedHandoff {
	const recorded = withRecorded(handoff, rows);
	const signLink = (email: string) => linkFor(sign, email, handoff.request.round);
	const request = withSignedLinks(recorded.request, signLink);
	const current = { ...recorded, request, ...(seal === '' ? {} : { seal }) };
	if (request.questions.length === 0 || turns.length === 0) return current;
	return withTimeStood({ ...current, turns, ballWith: ballHolder(turns) }, clock, now);
}

function goOn(question: OpenQuestion, news: News, ledger: LedgerView): SettledQuestion {
	const { handoff, rows, left } = recordNews(question, news, ledger);
	const current = { ...question, handoff };
	if (left?.as === 'decided')
		return decideQuestion(current, left.decision, { ...ledger, before: rows });
	if (left?.as === 'refused') {
		return { handoff, rows, then: { tell: refuseAnswer(current, left.by), isOver: false } };
	}
	const moment = nextMoment(handoff.request, question.escalateTo.length > 0);
	if (moment !== undefined) return { handoff, rows, then: { wait: moment } };
	return leaveQuestion(current, { ...ledger, before: rows });
}

/**
 * The end that this very question came to before, when the execution died between recording it and
 * acting on it: then what follows from it is still to be done.
 */
function endedBefore(
	question: OpenQuestion,
	{ decision }: News,
	{ check, ...ledger }: LedgerView & { check: Exclude<DecisionCheck, 'counts'> },
): SettledQuestion | undefined {
	if (check.void !== 'alreadyDecided') return undefined;
	const before: LedgerRow[] = [];
	if (check.now === 'unanswered' && decision === undefined) {
		return leaveQuestion(question, { ...ledger, before });
	}
	if (check.now !== 'accepted' && check.now !== 'returned') return undefined;
	const recorded = recordedDecision(question.handoff, ledger.rows);
	if (recorded === undefined || !isSame(recorded, decision ?? recorded)) return undefined;
	return decideQuestion(question, recorded, { ...ledger, before });
}

const isSame = (one: Decision, other: Decision): boolean =>
	one.at === other.at && one.by.email === other.by.email;
