import type { Handoff } from '../handoff/envelope';
import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import { recordButton } from '../message/recordButton';
import { sayUntil } from './page/say';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { ReceiverLink, RequestMilestone } from '../handoff/request';
import { sayMilestone } from './sayMilestone';
import { sayAt, sayOf, voiceFor, type Voice } from './voice';
import { sayFinding } from '../wording/sayFinding';
import { fill } from '../wording/wording';

interface Asked {
	handoff: AskedHandoff;
	/** The one receiver this message is for: nobody gets another person's link. */
	link: ReceiverLink;
	/** In which words the handoff is spoken of; the receiver's own language and zone come first. */
	voice: Voice;
}

/** “Please accept or return”: what is handed over, what to know about it, until when. */
export function requestDocument({ handoff, link, voice: common }: Asked): MessageDocument {
	const voice = voiceFor(link, common);
	const { wording } = voice;
	const due = sayAt(handoff.request.respondBy, voice);
	const turn = handoff.request.inTurn === undefined ? '' : ` ${wording.requestTurn}`;
	return {
		kind: 'request',
		to: [{ name: link.name, email: link.email }],
		subject: sayOf(handoff, wording, 'requestSubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'requestText', { due }) + turn },
			packetFacts(handoff),
			...knownRisks(handoff, voice),
			decideButtons(handoff, link, voice),
		],
	};
}

/** The same question again, on the way to the deadline or past it. */
export function reminderDocument(
	{ handoff, link, voice: common }: Asked,
	milestone: RequestMilestone,
): MessageDocument {
	const voice = voiceFor(link, common);
	const due = sayAt(handoff.request.respondBy, voice);
	return {
		kind: 'reminder',
		to: [{ name: link.name, email: link.email }],
		subject: sayOf(handoff, voice.wording, 'reminderSubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, voice.wording, 'reminderText', { due }) },
			{ kind: 'paragraph', text: sayPlanned(milestone, voice) },
			decideButtons(handoff, link, voice),
		],
	};
}

/** Tells those who are responsible that the receiving team let the deadline pass. No decision link. */
export function escalationDocument(
	{ handoff, voice }: Omit<Asked, 'link'>,
	milestone: RequestMilestone,
	to: Person[],
): MessageDocument {
	const { request } = handoff;
	const { wording } = voice;
	const due = sayAt(request.respondBy, voice);
	return {
		kind: 'escalation',
		to,
		subject: sayOf(handoff, wording, 'escalationSubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'escalationText', { due }) },
			{ kind: 'paragraph', text: sayPlanned(milestone, voice) },
			{
				kind: 'facts',
				facts: [
					{ label: wording.labelAsked, value: request.links.map(({ name }) => name).join(', ') },
					{ label: wording.labelAskedOn, value: sayAt(request.requestedAt, voice) },
				],
			},
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

const sayPlanned = (milestone: RequestMilestone, voice: Voice): string =>
	fill(voice.wording.plannedFor, {
		at: sayAt(milestone.dueAt, voice),
		milestone: sayMilestone(milestone, voice.wording),
	});

const packetFacts = (handoff: Handoff): MessageBlock => ({
	kind: 'facts',
	facts: handoff.agreed.packet.map(({ label, value }) => ({ label, value: value || '–' })),
});

/** Warnings and waived requirements: the receiver decides knowing them. */
function knownRisks({ verdict }: Handoff, { wording, timezone }: Voice): MessageBlock[] {
	const findings = verdict?.findings ?? [];
	if (findings.length === 0) return [];
	const entries = findings.map((finding): ListEntry => {
		const { waiver } = finding;
		const text = sayFinding(finding, wording);
		if (waiver === undefined) return { text };
		const until = sayUntil(waiver.expiresAt, timezone, wording);
		const { approvedBy: approver, reason } = waiver;
		const granted = fill(wording.requestWaived, { approver, until, reason });
		return { text, details: [granted] };
	});
	return [
		{ kind: 'heading', text: wording.requestRisks },
		{ kind: 'list', entries },
	];
}

const decideButtons = (
	{ record }: Handoff,
	{ url }: ReceiverLink,
	{ wording }: Voice,
): MessageBlock => ({
	kind: 'buttons',
	buttons: [
		{ label: wording.decideButton, url },
		...(record.url === '' ? [] : [{ label: wording.recordButton, url: record.url }]),
	],
});
