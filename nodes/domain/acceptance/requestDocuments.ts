import type { Handoff } from '../envelope';
import { sayInstant } from '../instant';
import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import type { Person } from '../message/message';
import { recordButton } from '../message/recordButton';
import type { AcceptanceRequest, ReceiverLink, RequestMilestone } from './request';

interface Asked {
	handoff: Handoff;
	request: AcceptanceRequest;
	/** The one receiver this message is for: nobody gets another person's link. */
	link: ReceiverLink;
}

/** “Please accept or return”: what is handed over, what to know about it, until when. */
export function requestDocument({ handoff, request, link }: Asked): MessageDocument {
	const { record, sender, receiver } = handoff;
	return {
		kind: 'request',
		to: [{ name: link.name, email: link.email }],
		subject: `Please accept or return: ${record.title}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `${sender.team} hands over “${record.title}”. ${receiver.team}, please look at it and decide by ${dueOf(request)}. Without an answer nothing is accepted.`,
			},
			packetFacts(handoff),
			...knownRisks(handoff),
			decideButtons(handoff, link),
		],
	};
}

/** The same question again, on the way to the deadline or past it. */
export function reminderDocument(
	{ handoff, request, link }: Asked,
	milestone: RequestMilestone,
): MessageDocument {
	return {
		kind: 'reminder',
		to: [{ name: link.name, email: link.email }],
		subject: `Reminder: “${handoff.record.title}” waits for ${handoff.receiver.team}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `${sayMilestone(milestone, request)} Please decide by ${dueOf(request)}.`,
			},
			decideButtons(handoff, link),
		],
	};
}

/** Tells those who are responsible that the receiving team let the deadline pass. No decision link. */
export function escalationDocument(
	{ handoff, request }: Omit<Asked, 'link'>,
	milestone: RequestMilestone,
	to: Person[],
): MessageDocument {
	return {
		kind: 'escalation',
		to,
		subject: `Overdue: “${handoff.record.title}” waits for ${handoff.receiver.team}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `Nobody of ${handoff.receiver.team} has decided on it. It was due ${dueOf(request)}. ${sayMilestone(milestone, request)}`,
			},
			{
				kind: 'facts',
				facts: [
					{ label: 'Handed over by', value: handoff.sender.team },
					{ label: 'Asked', value: request.links.map(({ name }) => name).join(', ') },
					{ label: 'Asked on', value: sayAt(request.requestedAt, request) },
				],
			},
			...recordButton(handoff.record),
		],
	};
}

const dueOf = (request: AcceptanceRequest): string => sayAt(request.respondBy, request);

const sayAt = (at: string, { timezone }: AcceptanceRequest): string =>
	sayInstant(Date.parse(at), timezone);

const sayMilestone = (milestone: RequestMilestone, request: AcceptanceRequest): string =>
	`This message was planned for ${sayAt(milestone.dueAt, request)}: ${milestone.label}.`;

const packetFacts = (handoff: Handoff): MessageBlock => ({
	kind: 'facts',
	facts: handoff.agreed.packet.map(({ label, value }) => ({ label, value: value || '–' })),
});

/** Warnings and waived requirements: the receiver decides knowing them. */
function knownRisks({ verdict }: Handoff): MessageBlock[] {
	const findings = verdict?.findings ?? [];
	if (findings.length === 0) return [];
	const entries = findings.map(({ label, problem, waiver }): ListEntry => ({
		text: `${label} ${problem}`,
		...(waiver === undefined
			? {}
			: { details: [`Waived by ${waiver.approvedBy}: ${waiver.reason}`] }),
	}));
	return [
		{ kind: 'heading', text: 'Known before you decide' },
		{ kind: 'list', entries },
	];
}

const decideButtons = ({ record }: Handoff, { url }: ReceiverLink): MessageBlock => ({
	kind: 'buttons',
	buttons: [
		{ label: 'Review and decide', url },
		...(record.url === '' ? [] : [{ label: 'Open the record', url: record.url }]),
	],
});
