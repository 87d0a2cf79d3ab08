import type { Instant } from '../base/instant';
import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';
import { sameAddress } from '../base/emailAddress';
import { recordQuestions } from './asking/questionNews';
import { recordForward } from './forward';
import { fireMilestone, isEarly } from './milestones';
import type { LedgerView, News, OpenQuestion } from './openQuestion';
import { mayAnswer } from './receivers';
import { linkFor } from '../handoff/signedLinks';
import { startTaking, type RecordedSteps, type Taking } from './taking';
import { isVote, recordVote } from './vote';

export interface RecordedNews extends RecordedSteps {
	/** What is not recorded yet: a decision that ends the question, or who sent what does not count. */
	left?: { as: 'decided'; decision: Decision } | { as: 'refused'; by: Person };
}

/** Records what has happened to a question that is open. */
export function recordNews(
	{ handoff: open, clock }: OpenQuestion,
	news: News,
	{ now, key, sign }: Pick<LedgerView, 'now' | 'key' | 'sign'>,
): RecordedNews {
	const taken = startTaking(open, key);
	takeMilestones(taken, news, now);
	const { decision, forward } = news;
	if (forward !== undefined && mayAnswer(taken.handoff, forward)) {
		const { round } = open.request;
		taken.take(recordForward(taken.handoff, forward, (email) => linkFor(sign, email, round)));
	}
	const refused = recordQuestions(taken, news, { clock, now });
	if (refused !== undefined) return { ...taken.read(), left: { as: 'refused', by: refused } };
	if (decision === undefined || isRecorded(taken.handoff, decision)) return taken.read();
	if (!mayAnswer(taken.handoff, decision)) {
		return { ...taken.read(), left: { as: 'refused', by: decision.by } };
	}
	if (!isVote(taken.handoff.request, decision)) {
		return { ...taken.read(), left: { as: 'decided', decision } };
	}
	taken.take(recordVote(taken.handoff, decision));
	return taken.read();
}

function takeMilestones(taken: Taking, { firedMilestones }: News, now: Instant): void {
	const open = taken.handoff.request;
	for (const milestone of open.milestones) {
		if (open.firedMilestones.includes(milestone.id) || isEarly(milestone, now)) continue;
		if (firedMilestones.includes(milestone.id)) {
			taken.take(fireMilestone(taken.handoff, milestone, now));
		}
	}
}

const isRecorded = ({ request }: AskedHandoff, { by }: Decision): boolean =>
	request.votes.some((vote) => sameAddress(vote.by.email, by.email));
