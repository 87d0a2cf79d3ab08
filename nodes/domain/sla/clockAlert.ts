import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import type { ReceiverPerson } from '../handoff/receiverPerson';
import { formatInstantInZone } from '../base/instant';
import type { MessageBlock, MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import type { Clock } from '../time/clock';
import type { DueMilestone } from '../time/plannedMilestones';
import { formatDuration } from '../time/localTime';
import { receiversToTell, sendersToTell } from '../wording/whomToTell';
import type { Revision } from '../time/revision';
import { MINUTE } from '../time/wallClock';

/**
 * Tells people that a milestone has passed: the side that has the ball while there is time left, and
 * those the target escalates to from the deadline on. The deadline is also said in the zones in which
 * receivers read times.
 */
export function clockAlert(
	handoff: Handoff,
	{ clock, milestone }: { clock: Clock; milestone: DueMilestone },
): MessageDocument {
	const { title } = handoff.record;
	const { deadline, name, side, target } = clock;
	const overdue = isOverdue(clock, milestone);
	const team =
		side === 'sender'
			? handoff.sender.team || 'the sending team'
			: handoff.receiver.team || 'the receiving team';
	const due = formatInstantInZone(Date.parse(deadline), clock.calendar.timezone);
	const escalated = overdue ? target.escalateTo : [];
	return {
		kind: overdue ? 'escalation' : 'reminder',
		to: escalated.length > 0 ? escalated : toTell(handoff, side),
		subject: overdue ? `Overdue: “${title}” (${name})` : `Due soon: “${title}” (${name})`,
		blocks: [
			{
				kind: 'heading',
				text: overdue ? `“${title}” is overdue with ${team}` : `“${title}” is due ${due}`,
			},
			alertFacts(handoff, clock, milestone),
			{ kind: 'list', entries: clock.explanation.map((text) => ({ text })) },
			...recordButton(handoff.record),
		],
	};
}

/** Whether a milestone lies at or after the deadline. */
export const isOverdue = ({ deadline }: Clock, { dueAt }: Pick<DueMilestone, 'dueAt'>): boolean =>
	Date.parse(dueAt) >= Date.parse(deadline);

function alertFacts(handoff: Handoff, clock: Clock, milestone: DueMilestone): MessageBlock {
	const say = (at: string, zone: string) => formatInstantInZone(Date.parse(at), zone);
	const { deadline, calendar, remainingMinutes } = clock;
	return {
		kind: 'facts',
		facts: [
			{ label: 'Milestone', value: milestone.label },
			{ label: 'Reached', value: say(milestone.dueAt, calendar.timezone) },
			{ label: 'Deadline', value: say(deadline, calendar.timezone) },
			...ownZonesOf(handoff, clock).map((zone) => ({
				label: `Deadline in ${zone}`,
				value: say(deadline, zone),
			})),
			{ label: 'Working time left', value: formatTimeLeft(remainingMinutes) },
		],
	};
}

/** The zones in which receivers read times, besides that of the clock; each once. */
const ownZonesOf = ({ receiver }: Handoff, { side, calendar }: Clock): string[] =>
	side === 'sender'
		? []
		: [...new Set(receiver.people.flatMap(({ timezone }) => timezone ?? []))].filter(
				(zone) => zone !== calendar.timezone,
			);

const formatTimeLeft = (minutes: number): string =>
	minutes < 0
		? `none, ${formatDuration(-minutes * MINUTE)} over`
		: formatDuration(minutes * MINUTE);

const toTell = (handoff: Handoff, side: Clock['side']): Person[] =>
	side === 'sender' ? sendersToTell(handoff) : receiversToTell(handoff);

/** The people of the side that a clock counts for. */
export function peopleOf({ sender, receiver }: Handoff, side: Clock['side']): ReceiverPerson[] {
	if (side !== 'sender') return receiver.people;
	return sender.email ? [{ name: sender.name || sender.team, email: sender.email }] : [];
}

/** Tells the side concerned that its target or working hours have changed, and with them the deadline. */
export function revisionNotice(
	handoff: Handoff,
	{ clock, revision }: { clock: Clock; revision: Revision },
): MessageDocument {
	const { title } = handoff.record;
	const format = (at: string) => formatInstantInZone(Date.parse(at), clock.calendar.timezone);
	const allowed = (minutes: number) => formatDuration(minutes * MINUTE);
	return {
		kind: 'alert',
		to: toTell(handoff, clock.side),
		subject: `Agreed anew: “${title}” (${clock.name})`,
		blocks: [
			{ kind: 'heading', text: `“${title}” is due ${format(revision.deadline.after)} now` },
			{
				kind: 'facts',
				facts: [
					{ label: 'Due before', value: format(revision.deadline.before) },
					{ label: 'Due now', value: format(revision.deadline.after) },
					{ label: 'Working time before', value: allowed(revision.minutes.before) },
					{ label: 'Working time now', value: allowed(revision.minutes.after) },
				],
			},
			{ kind: 'list', entries: clock.explanation.map((text) => ({ text })) },
			...recordButton(handoff.record),
		],
	};
}
