import type { Handoff } from '../handoff/envelope';
import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import { recordButton } from '../message/recordButton';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { ReceiverLink, RequestMilestone } from '../handoff/request';
import { formatMilestone } from '../wording/formatMilestone';
import { formatIsoTime, fillHandoffText, localeFor, type Locale } from '../wording/locale';
import { formatFinding } from '../wording/formatFinding';
import { formatExpiry } from '../wording/formatTime';
import { fill } from '../language/wording';
import { packetFacts } from '../shown/showPacket';

interface RequestMessage {
	handoff: AskedHandoff;
	/** The one receiver this message is for: nobody gets another person's link. */
	link: ReceiverLink;
	/** In which words the handoff is spoken of; the receiver's own language and zone come first. */
	locale: Locale;
}

/** “Please accept or return”: what is handed over, what to know about it, until when. */
export function requestDocument({
	handoff,
	link,
	locale: common,
}: RequestMessage): MessageDocument {
	const locale = localeFor(link, common);
	const { wording } = locale;
	const due = formatIsoTime(handoff.request.respondBy, locale);
	const turn = handoff.request.inTurn === undefined ? '' : ` ${wording.requestTurn}`;
	return {
		kind: 'request',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fillHandoffText(handoff, wording, 'requestSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'requestText', { due }) + turn },
			{ kind: 'facts', facts: packetFacts(handoff.agreed, locale) },
			...knownRisks(handoff, locale),
			decideButtons(handoff, link, locale),
		],
	};
}

/** The same question again, on the way to the deadline or past it. */
export function reminderDocument(
	{ handoff, link, locale: common }: RequestMessage,
	milestone: RequestMilestone,
): MessageDocument {
	const locale = localeFor(link, common);
	const due = formatIsoTime(handoff.request.respondBy, locale);
	return {
		kind: 'reminder',
		to: [{ name: link.name, email: link.email }],
		wording: locale.wording,
		subject: fillHandoffText(handoff, locale.wording, 'reminderSubject'),
		blocks: [
			{
				kind: 'paragraph',
				text: fillHandoffText(handoff, locale.wording, 'reminderText', { due }),
			},
			{ kind: 'paragraph', text: formatPlannedFor(milestone, locale) },
			decideButtons(handoff, link, locale),
		],
	};
}

/** Tells those who are responsible that the receiving team let the deadline pass. No decision link. */
export function escalationDocument(
	{ handoff, locale }: Omit<RequestMessage, 'link'>,
	milestone: RequestMilestone,
	to: Person[],
): MessageDocument {
	const { request } = handoff;
	const { wording } = locale;
	const due = formatIsoTime(request.respondBy, locale);
	return {
		kind: 'escalation',
		to,
		wording,
		subject: fillHandoffText(handoff, wording, 'escalationSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'escalationText', { due }) },
			{ kind: 'paragraph', text: formatPlannedFor(milestone, locale) },
			{
				kind: 'facts',
				facts: [
					{ label: wording.labelAsked, value: request.links.map(({ name }) => name).join(', ') },
					{ label: wording.labelAskedOn, value: formatIsoTime(request.requestedAt, locale) },
				],
			},
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

const formatPlannedFor = (milestone: RequestMilestone, locale: Locale): string =>
	fill(locale.wording.plannedFor, {
		at: formatIsoTime(milestone.dueAt, locale),
		milestone: formatMilestone(milestone, locale.wording),
	});

/** Warnings and waived requirements: the receiver decides knowing them. */
function knownRisks({ verdict }: Handoff, { wording, timezone }: Locale): MessageBlock[] {
	const findings = verdict?.findings ?? [];
	if (findings.length === 0) return [];
	const entries = findings.map((finding): ListEntry => {
		const { waiver } = finding;
		const text = formatFinding(finding, wording);
		if (waiver === undefined) return { text };
		const until = formatExpiry(waiver.expiresAt, timezone, wording);
		const { approvedBy: approver, reason } = waiver;
		const granted = fill(wording.requestWaived, { approver, until, reason });
		return { text, details: [granted] };
	});
	return [
		{ kind: 'heading', text: wording.requestRisks },
		{ kind: 'list', entries },
	];
}

/** The way to the decision page, and to the record. */
export const decideButtons = (
	{ record }: Handoff,
	{ url }: ReceiverLink,
	{ wording }: Locale,
): MessageBlock => ({
	kind: 'buttons',
	buttons: [
		{ label: wording.decideButton, url },
		...(record.url === '' ? [] : [{ label: wording.recordButton, url: record.url }]),
	],
});
