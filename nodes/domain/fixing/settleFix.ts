import type { Handoff } from '../handoff/envelope';
import type { SentChanges } from '../handoff/fixing';
import type { RequestMilestone } from '../handoff/request';
import type { LedgerRow } from '../handoff/row';
import { sealHandoff } from '../ledger/sealHandoff';
import { fixesIn, gapsAwaited } from '../life/openFixes';
import { standingOf } from '../life/standing';
import { approvalRequests } from './approvalEnvelopes';
import { fixEnvelope, fixFailures, fixLocale, fixRests, type AskedFix } from './fixEnvelopes';
import { nextFixMilestone } from './fixMilestones';
import { fixExpiredDocument } from './fixOutcomes';
import { fixUnanswered } from './fixRows';
import { gapsLeft, type FixHandoff } from './gaps';
import { recordFixNews, type FixNews, type FixStep } from './recordFixNews';

/** What becomes of a request to the fixers each time its execution goes on. */
export interface SettledFix {
	handoff: FixHandoff;
	/** To be in the ledger before anything leaves. */
	rows: LedgerRow[];
	then:
		| { wait: RequestMilestone }
		/** What leaves by each output; nothing at all when nothing is asked any more. */
		| { changed?: Handoff; notify: Handoff[]; noAnswer?: Handoff; isOver: boolean };
}

/**
 * Records what has happened, and says what follows: what was sent goes on to be written, those who
 * have something left are told and waited for, approvers are asked about what cannot be supplied, and
 * who sent what could not be written is asked again.
 */
export function settleFix(asked: AskedFix, news: FixNews, step: FixStep): SettledFix {
	const taken = recordFixNews(asked.handoff, news, step);
	const current: AskedFix = { ...asked, handoff: stillAsked(taken.handoff, step) };
	const { handoff } = current;
	const isOver = gapsLeft(handoff).length === 0;
	const settled = (then: SettledFix['then']): SettledFix => ({ handoff, rows: taken.rows, then });
	const approvals = approvalRequests(current, taken.asked, step.sign);
	if (taken.sent !== undefined || taken.granted) {
		const changed = changedEnvelope(handoff, taken.sent);
		const notify = isOver ? [] : [...approvals, ...fixRests(current, taken.sent)];
		return settled({ changed, notify, isOver });
	}
	if (news.failure !== undefined) {
		const { sent, error } = news.failure;
		return settled({ notify: fixFailures(current, sent, error), isOver: false });
	}
	if (isOver) return settled({ notify: [], isOver });
	if (approvals.length > 0) return settled({ notify: approvals, isOver });
	const milestone = nextFixMilestone(current);
	if (milestone !== undefined) return settled({ wait: milestone });
	return expire(current, taken.rows, step);
}

/**
 * The request without what has been settled elsewhere, as by an edit in the system itself or a granted
 * exception: the ledger knows what was open when the record was judged last.
 */
function stillAsked(handoff: FixHandoff, { rows, now }: FixStep): FixHandoff {
	if (rows === undefined) return handoff;
	const { step, attempt, open } = standingOf(rows, handoff.id);
	if (attempt < handoff.attempt || step === 'new') return handoff;
	const besides = handoff.fixing.askedBy ?? '';
	const elsewhere = gapsAwaited(fixesIn(rows, handoff.id), { besides, now });
	const isOurs = (gap: string) => open.includes(gap) && !elsewhere.has(gap);
	const gaps = step === 'incomplete' ? handoff.fixing.gaps.filter(isOurs) : [];
	return { ...handoff, fixing: { ...handoff.fixing, gaps } };
}

/** What was sent by one person at one time, to be written to the record; nothing after a grant. */
const changedEnvelope = (handoff: FixHandoff, sent: SentChanges | undefined): Handoff => ({
	...handoff,
	fixing: { ...handoff.fixing, links: [], exceptionRows: [], changes: sent?.changes ?? [] },
	message: undefined,
});

/** Nobody answered in time: it stays with the sender, and those who are responsible are told. */
function expire(asked: AskedFix, before: LedgerRow[], { now, key }: FixStep): SettledFix {
	const gaps = gapsLeft(asked.handoff).map(({ requirementId }) => requirementId);
	const handoff = sealHandoff(fixUnanswered(asked.handoff, gaps, now), key);
	const document = fixExpiredDocument(handoff, asked.escalateTo, fixLocale(asked));
	const event = handoff.event === undefined ? [] : [handoff.event];
	return {
		handoff,
		rows: [...before, ...event],
		then: {
			notify: [],
			noAnswer: { ...fixEnvelope(handoff, document), event: handoff.event },
			isOver: true,
		},
	};
}
