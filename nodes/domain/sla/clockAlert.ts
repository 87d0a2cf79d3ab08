import type { Handoff } from '../handoff/envelope';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import { fill } from '../language/wording';
import type { Fact, MessageBlock, MessageDocument } from '../message/document';
import type { Clock } from '../time/clock';
import type { DueMilestone } from '../time/plannedMilestones';
import { formatDuration } from '../time/voice';
import { MINUTE } from '../time/wallClock';
import { formatMilestone } from '../wording/formatMilestone';
import { teamName } from '../wording/teams';
import { explained, formatAt, sayOf, toldClock, toTell, type ToldClock } from './toldClock';

/**
 * Tells people that a milestone has passed: the side that has the ball while there is time left, and
 * those the target escalates to from the deadline on. In the language of the side, or of the policy
 * for those who are told past the deadline. The deadline is also said in the zones in which receivers
 * read times.
 */
export function clockAlert(
	handoff: Handoff,
	{ clock, milestone }: { clock: Clock; milestone: DueMilestone },
): MessageDocument {
	const { deadline, side, target } = clock;
	const overdue = isOverdue(clock, milestone);
	const escalated = overdue ? target.escalateTo : [];
	const told = toldClock(handoff, clock, escalated.length > 0);
	const { wording } = told;
	const teams = { sender: handoff.sender.team, receiver: handoff.receiver.team };
	const team = teamName(side ?? 'receiver', teams, wording);
	const due = formatAt(deadline, told);
	return {
		kind: overdue ? 'escalation' : 'reminder',
		to: escalated.length > 0 ? escalated : toTell(handoff, side, wording),
		wording,
		subject: sayOf(told, overdue ? wording.alertOverdueSubject : wording.alertDueSubject),
		blocks: [
			{
				kind: 'heading',
				text: sayOf(told, overdue ? wording.alertOverdue : wording.alertDue, { team, due }),
			},
			alertFacts(told, milestone),
			...explained(told, milestone.actualAt),
		],
	};
}

/** Whether a milestone lies at or after the deadline. */
export const isOverdue = ({ deadline }: Clock, { dueAt }: Pick<DueMilestone, 'dueAt'>): boolean =>
	Date.parse(dueAt) >= Date.parse(deadline);

function alertFacts(told: ToldClock, milestone: DueMilestone): MessageBlock {
	const { clock, wording } = told;
	const { deadline, remainingMinutes } = clock;
	const left = formatDuration(Math.abs(remainingMinutes) * MINUTE, wording);
	return {
		kind: 'facts',
		facts: [
			{
				label: wording.labelMilestone,
				value: formatMilestone(milestone, wording, wording.milestoneOfTarget),
			},
			{ label: wording.labelReached, value: formatAt(milestone.dueAt, told) },
			{ label: wording.labelDeadline, value: formatAt(deadline, told) },
			...ownZonesOf(told).map((zone): Fact => ({
				label: fill(wording.labelDeadlineIn, { zone }),
				value: formatAt(deadline, told, zone),
			})),
			{
				label: wording.labelTimeLeft,
				value: remainingMinutes < 0 ? fill(wording.timeOver, { time: left }) : left,
			},
		],
	};
}

/** The zones in which receivers read times, besides that of the clock; each once. */
const ownZonesOf = ({ handoff: { receiver }, clock: { side, calendar } }: ToldClock): string[] =>
	side === 'sender'
		? []
		: [...new Set(receiver.people.flatMap(({ timezone }) => timezone ?? []))].filter(
				(zone) => zone !== calendar.timezone,
			);

/** The people of the side that a clock counts for. */
export function peopleOf({ sender, receiver }: Handoff, side: Clock['side']): ReceiverPerson[] {
	if (side !== 'sender') return receiver.people;
	return sender.email ? [{ name: sender.name || sender.team, email: sender.email }] : [];
}
