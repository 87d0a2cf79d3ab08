import type { Instant } from '../../base/instant';
import type { Person } from '../../base/message';
import { openQuestionsIn, type AskedQuestion } from '../../handoff/askedQuestion';
import type { AskedHandoff } from '../../handoff/askedHandoff';
import type { Handoff } from '../../handoff/envelope';
import type { AcceptanceRequest, RequestMilestone } from '../../handoff/request';
import type { SignLink } from '../../handoff/signedLinks';
import type { Clock } from '../../time/clock';
import { milestoneEnvelopes } from '../envelopes';
import { fireMilestone } from '../milestones';
import { nextRequestMilestone } from '../reminders';
import type { ShownRequest } from '../pageModel';
import { outcomeEnvelopes, questionEnvelope } from './questionMessages';
import { recordNoAnswer, recordReminder } from './recordQuestion';

/** What a request waits for by itself: a milestone, or something about a question that is open. */
export type Moment = { dueAt: string } & (
	{ milestone: RequestMilestone } | { question: AskedQuestion; what: 'remind' | 'noAnswer' }
);

/**
 * The next moment at which anybody is told something; undefined when none is left. While a question is
 * open, the time of the receiving team stands: none of its milestones comes.
 *
 * @param escalates whether others are told when the deadline has passed
 */
export function nextMoment(request: AcceptanceRequest, escalates: boolean): Moment | undefined {
	const [first] = openQuestionsIn(request.questions)
		.map(momentOf)
		.sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
	if (first !== undefined) return first;
	const milestone = nextRequestMilestone(request, escalates);
	return milestone && { dueAt: milestone.dueAt, milestone };
}

const momentOf = (question: AskedQuestion): Moment =>
	question.remindedAt === undefined
		? { dueAt: question.remindAt, question, what: 'remind' }
		: { dueAt: question.answerBy, question, what: 'noAnswer' };

/** A request as it is told of. */
export type ToldRequest = Pick<ShownRequest, 'wording'> & {
	handoff: AskedHandoff;
	clock: Clock;
	escalateTo: Person[];
};

/** The handoff when a moment has come, with the row that says so, and what is told then. */
export function comeTo(
	asking: ToldRequest,
	moment: Moment,
	{ at, sign }: { at: Instant; sign: SignLink },
): { handoff: AskedHandoff; envelopesOf: (handoff: AskedHandoff) => Handoff[] } {
	if ('milestone' in moment) {
		const { milestone } = moment;
		return {
			handoff: fireMilestone(asking.handoff, milestone, at),
			envelopesOf: (handoff) => milestoneEnvelopes({ ...asking, handoff }, milestone),
		};
	}
	const { question, what } = moment;
	if (what === 'remind') {
		return {
			handoff: recordReminder(asking.handoff, question, at),
			envelopesOf: (handoff) => [
				questionEnvelope({ ...asking, handoff }, question, { sign, again: true }),
			],
		};
	}
	return {
		handoff: recordNoAnswer(asking.handoff, question, { clock: asking.clock, at }),
		envelopesOf: (handoff) => outcomeEnvelopes({ ...asking, handoff }, question),
	};
}
