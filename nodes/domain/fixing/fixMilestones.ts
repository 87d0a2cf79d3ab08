import { isEscalation, milestonesAhead, toldThen } from '../acceptance/reminders';
import type { Handoff } from '../handoff/envelope';
import type { FixerLink } from '../handoff/fixing';
import type { RequestMilestone } from '../handoff/request';
import type { SignLink } from '../handoff/signedLinks';
import { approvalReminders } from './approvalEnvelopes';
import { fixReminderDocument } from './fixDocuments';
import { fixEnvelope, fixLocale, toEach, type AskedFix } from './fixEnvelopes';
import { fixEscalationDocument } from './fixOutcomes';
import { openFixerLinks, type FixHandoff } from './gaps';
import { pendingExceptions } from './pendingExceptions';

/** The envelopes of a milestone: each fixer and each approver is reminded; at the deadline others are told as well. */
export function fixMilestoneEnvelopes(
	asked: AskedFix,
	milestone: RequestMilestone,
	sign: SignLink,
): Handoff[] {
	const { handoff, escalateTo } = asked;
	const reminders = [
		...toEach(asked, fixersRemindedBy(milestone, handoff), fixReminderDocument),
		...(milestone.to === undefined ? approvalReminders(asked, sign) : []),
	];
	if (!isEscalation(milestone, handoff.fixing) || escalateTo.length === 0) return reminders;
	const document = fixEscalationDocument(handoff, escalateTo, fixLocale(asked));
	return [...reminders, fixEnvelope(handoff, document)];
}

/** Those who are reminded by a milestone: who has something left, and is told at that moment. */
const fixersRemindedBy = (milestone: RequestMilestone, handoff: FixHandoff): FixerLink[] =>
	toldThen(milestone, openFixerLinks(handoff));

/**
 * The next milestone by which anybody is told; undefined when none is left. One that tells nobody is
 * passed over, because what leaves by Notify without a message would not come back.
 */
export function nextFixMilestone({ handoff, escalateTo }: AskedFix): RequestMilestone | undefined {
	return milestonesAhead(handoff.fixing).find(
		(milestone) =>
			fixersRemindedBy(milestone, handoff).length > 0 ||
			(milestone.to === undefined && pendingExceptions(handoff).length > 0) ||
			(escalateTo.length > 0 && isEscalation(milestone, handoff.fixing)),
	);
}
