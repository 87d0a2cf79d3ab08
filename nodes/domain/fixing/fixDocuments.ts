import type { Handoff } from '../handoff/envelope';
import type { FixerLink, SentChanges } from '../handoff/fixing';
import type { MessageBlock, MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { fixEntry } from '../readiness/fixEntry';
import { fixSubject } from '../readiness/fixSummary';
import { showingIn } from '../shown/showPacket';
import { showValue } from '../shown/showValue';
import { fill } from '../language/wording';
import { formatExpiry } from '../wording/formatTime';
import { fillHandoffText, formatIsoTime, localeFor, type Locale } from '../wording/locale';
import { gapsOf, type FixHandoff } from './gaps';

/** Whom a message is for, and in whose words; each gets only what is theirs. */
export interface FixReader {
	handoff: FixHandoff;
	link: FixerLink;
	/** Of those who have none of their own. */
	locale: Locale;
}

const paragraph = (text: string): MessageBlock => ({ kind: 'paragraph', text });

/** What one fixer can supply, each with what was seen and what is expected. */
function gapList({ handoff, link }: FixReader, locale: Locale): MessageBlock {
	const proposals = handoff.verdict?.proposals ?? [];
	const entries = gapsOf(handoff, link).map((gap) => {
		const shown = showingIn(handoff.agreed, gap.field);
		return fixEntry(gap, { proposals, shown, reader: locale });
	});
	return { kind: 'list', entries };
}

const fillInButtons = ({ record }: Handoff, { url }: FixerLink, { wording }: Locale) => ({
	kind: 'buttons' as const,
	buttons: [
		{ label: wording.gapButton, url },
		...(record.url === '' ? [] : [{ label: wording.recordButton, url: record.url }]),
	],
});

/** “Please supply what is missing”: what, until when, and where. */
export function fixRequestDocument(reader: FixReader): MessageDocument {
	const { handoff, link } = reader;
	const locale = localeFor(link, reader.locale);
	const { wording } = locale;
	const due = formatIsoTime(handoff.fixing.respondBy, locale);
	return {
		kind: 'fixRequest',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fixSubject(handoff, gapsOf(handoff, link), wording),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'gapRequestText', { due })),
			gapList(reader, locale),
			fillInButtons(handoff, link, locale),
		],
	};
}

/** The same once more, on the way to the deadline or past it. */
export function fixReminderDocument(reader: FixReader): MessageDocument {
	const { handoff, link } = reader;
	const locale = localeFor(link, reader.locale);
	const { wording } = locale;
	const due = formatIsoTime(handoff.fixing.respondBy, locale);
	return {
		...fixRequestDocument(reader),
		kind: 'fixReminder',
		subject: fillHandoffText(handoff, wording, 'gapReminderSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'gapReminderText', { due })),
			gapList(reader, locale),
			fillInButtons(handoff, link, locale),
		],
	};
}

/** To those who have something left, when somebody has supplied a part. */
export function fixRestDocument(reader: FixReader, { by }: SentChanges): MessageDocument {
	const { handoff, link } = reader;
	const locale = localeFor(link, reader.locale);
	const { wording } = locale;
	return {
		...fixRequestDocument(reader),
		kind: 'fixReminder',
		subject: fillHandoffText(handoff, wording, 'gapRestSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'gapRestText', { name: by.name })),
			gapList(reader, locale),
			fillInButtons(handoff, link, locale),
		],
	};
}

/** To whoever sent something: what goes into the record. */
export function fixReceiptDocument(reader: FixReader, sent: SentChanges): MessageDocument {
	const { handoff, link } = reader;
	const locale = localeFor(link, reader.locale);
	const { wording } = locale;
	const facts = sent.changes.map(({ field, label, to }) => ({
		label,
		value: showValue(to, showingIn(handoff.agreed, field), locale).text || '–',
	}));
	return {
		kind: 'fixReceipt',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fillHandoffText(handoff, wording, 'gapReceiptSubject'),
		blocks: [
			...(facts.length === 0
				? []
				: [paragraph(fillHandoffText(handoff, wording, 'gapReceiptText'))]),
			{ kind: 'facts', facts },
			...sent.exceptions.map(({ reason, until }) =>
				paragraph(
					fill(wording.exceptionWaiting, {
						...{ asker: sent.by.name, reason },
						until: formatExpiry(until, locale.timezone, wording),
					}),
				),
			),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/** To whoever sent something that the system did not take; the link stays valid. */
export function fixFailedDocument(reader: FixReader, error: string): MessageDocument {
	const { handoff, link } = reader;
	const locale = localeFor(link, reader.locale);
	const { wording } = locale;
	return {
		kind: 'fixFailed',
		to: [{ name: link.name, email: link.email }],
		wording,
		subject: fillHandoffText(handoff, wording, 'gapFailedSubject'),
		blocks: [
			paragraph(fillHandoffText(handoff, wording, 'gapFailedText', { error })),
			gapList(reader, locale),
			fillInButtons(handoff, link, locale),
		],
	};
}
