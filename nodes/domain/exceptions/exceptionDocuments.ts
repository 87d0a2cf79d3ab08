import type { Person } from '../base/message';
import { cleanLine } from '../base/plainText';
import type { Handoff } from '../handoff/envelope';
import type { AskedException, EndingNotice } from '../handoff/exception';
import type { Waiver } from '../handoff/verdict';
import { WORDINGS } from '../language/languages';
import { fill } from '../language/wording';
import type { MessageBlock, MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { formatSeen } from '../shown/formatSeen';
import { showingIn } from '../shown/showPacket';
import { formatExpected, formatFinding } from '../wording/formatFinding';
import { formatExpiry } from '../wording/formatTime';
import { fillHandoffText, type Locale } from '../wording/locale';
import { gapOf, labelOf } from './approvalModel';

const paragraph = (text: string): MessageBlock => ({ kind: 'paragraph', text });

/** One approver with their own link; nobody gets the link of another. */
export interface ApproverLink extends Person {
	url: string;
}

/** “Please grant or refuse”: what is missing, the reason, until when, and that silence grants nothing. */
export function exceptionAskedDocument(
	handoff: Handoff,
	asked: AskedException,
	{ link, locale }: { link: ApproverLink; locale: Locale },
): MessageDocument {
	const { wording, timezone } = locale;
	const asker = cleanLine(asked.by.name || asked.by.email);
	const until = formatExpiry(asked.expiresAt, timezone, wording);
	return {
		kind: 'exceptionRequest',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fillHandoffText(handoff, wording, 'exceptionAskedSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'exceptionAskedText', { asker, until })),
			{ kind: 'list', entries: [missingEntry(handoff, asked, locale)] },
			{ kind: 'quote', text: asked.reason },
			paragraph(wording.exceptionSilence),
			{
				kind: 'buttons',
				buttons: [
					{ label: wording.exceptionDecide, url: link.url },
					...(handoff.record.url === ''
						? []
						: [{ label: wording.recordButton, url: handoff.record.url }]),
				],
			},
		],
	};
}

function missingEntry(handoff: Handoff, asked: AskedException, { wording, timezone }: Locale) {
	const gap = gapOf(handoff, asked);
	if (gap === undefined) return { text: labelOf(handoff, asked) };
	const seen = formatSeen(gap, showingIn(handoff.agreed, gap.field), { wording, timezone });
	return {
		text: formatFinding(gap, wording),
		details: [
			...(seen === '' ? [] : [fill(wording.seen, { seen })]),
			fill(wording.expected, { expected: formatExpected(gap, wording) }),
		],
	};
}

/** The same question again, to an approver who has not answered. */
export function exceptionReminderDocument(
	...asking: Parameters<typeof exceptionAskedDocument>
): MessageDocument {
	const asked = exceptionAskedDocument(...asking);
	const { wording } = asking[2].locale;
	return { ...asked, subject: fill(wording.exceptionReminder, { subject: asked.subject }) };
}

/** Tells who asked that the exception was granted, by whom and until when. */
export function exceptionGrantedDocument(
	handoff: Handoff,
	{ by }: Pick<AskedException, 'by'>,
	{ waiver, locale }: { waiver: Waiver; locale: Locale },
): MessageDocument {
	const { wording, timezone } = locale;
	const until = formatExpiry(waiver.expiresAt, timezone, wording);
	const values = { approver: waiver.approvedBy, label: labelOf(handoff, waiver), until };
	return {
		kind: 'exception',
		to: [by],
		wording,
		subject: fillHandoffText(handoff, wording, 'exceptionGrantedSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'exceptionGrantedText', values)),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/** Tells who asked that the exception was refused, by whom and why, and what to do now. */
export function exceptionRefusedDocument(
	handoff: Handoff,
	asked: AskedException,
	{ approver, reason, locale }: { approver: string; reason: string; locale: Locale },
): MessageDocument {
	const { wording } = locale;
	const label = labelOf(handoff, asked);
	return {
		kind: 'exception',
		to: [asked.by],
		wording,
		subject: fillHandoffText(handoff, wording, 'exceptionRefusedSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'exceptionRefusedText', { approver, label })),
			{ kind: 'quote', text: reason },
			paragraph(wording.exceptionRefusedNext),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/** Tells the sender that an exception ends soon, out of what its row keeps. */
export function exceptionEndingDocument(
	{ sender, label, title, language, timezone }: EndingNotice,
	{ expiresAt, recordUrl }: { expiresAt: string; recordUrl: string },
): MessageDocument {
	const wording = WORDINGS[language];
	const until = formatExpiry(expiresAt, timezone, wording);
	return {
		kind: 'exception',
		to: [sender],
		wording,
		subject: fill(wording.exceptionEndingSubject, { title }),
		blocks: [
			paragraph(fill(wording.exceptionEndingText, { label, until })),
			...recordButton({ url: recordUrl }, wording.recordButton),
		],
	};
}
