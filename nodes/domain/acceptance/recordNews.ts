import type { Instant } from '../base/instant';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';
import type { RequestMilestone } from '../handoff/request';
import type { LedgerRow } from '../handoff/row';
import { sealHandoff } from '../ledger/sealHandoff';
import { sameAddress } from '../base/emailAddress';
import { recordForward } from './forward';
import { fireMilestone } from './milestones';
import type { LedgerView, News } from './openQuestion';
import { openLinks } from './receivers';
import { linkFor } from '../handoff/signedLinks';
import { isVote, recordVote } from './vote';

/** Timers of n8n are not exact. */
const AT_MOST_EARLY_MS = 10_000;

export interface RecordedNews {
	handoff: AskedHandoff;
	rows: LedgerRow[];
	/** What is not recorded yet: a decision that ends the question, or one that does not count. */
	left?: { as: 'decided' | 'refused'; decision: Decision };
}

/** Records what has happened to a question that is open. */
export function recordNews(
	open: AskedHandoff,
	{ firedMilestones, decision, forward }: News,
	{ now, key, sign }: Pick<LedgerView, 'now' | 'key' | 'sign'>,
): RecordedNews {
	const taken: RecordedNews = { handoff: open, rows: [] };
	const take = (step: AskedHandoff): void => {
		taken.handoff = sealHandoff(step, key);
		if (taken.handoff.event !== undefined) taken.rows.push(taken.handoff.event);
	};
	for (const milestone of open.request.milestones) {
		if (open.request.firedMilestones.includes(milestone.id) || isEarly(milestone, now)) continue;
		if (firedMilestones.includes(milestone.id)) take(fireMilestone(taken.handoff, milestone, now));
	}
	if (forward !== undefined && mayAnswer(taken.handoff, forward)) {
		const { round } = open.request;
		take(recordForward(taken.handoff, forward, (email) => linkFor(sign, email, round)));
	}
	if (decision === undefined || isRecorded(taken.handoff, decision)) return taken;
	if (!mayAnswer(taken.handoff, decision)) return { ...taken, left: { as: 'refused', decision } };
	if (!isVote(taken.handoff.request, decision)) {
		return { ...taken, left: { as: 'decided', decision } };
	}
	take(recordVote(taken.handoff, decision));
	return taken;
}

/**
 * Whether its time has not come. What n8n was waiting for goes out at once when it retries an
 * execution that died while somebody answered; a question must not end by that.
 */
const isEarly = ({ dueAt }: RequestMilestone, now: Instant): boolean =>
	Date.parse(dueAt) - now > AT_MOST_EARLY_MS;

/** Whether the question is this person's to answer: neither handed on nor answered before. */
const mayAnswer = ({ request }: AskedHandoff, { by }: Pick<Decision, 'by'>): boolean =>
	openLinks(request).some(({ email }) => sameAddress(email, by.email));

const isRecorded = ({ request }: AskedHandoff, { by }: Decision): boolean =>
	request.votes.some((vote) => sameAddress(vote.by.email, by.email));
