import type { Person } from '../base/message';
import type { MessageDocument } from '../message/document';
import { recordButton } from '../message/recordButton';
import { formatFinding } from '../wording/formatFinding';
import { fillHandoffText, formatIsoTime, type Locale } from '../wording/locale';
import { sendersToTell } from '../wording/whomToTell';
import { showingIn } from '../shown/showPacket';
import { showValue } from '../shown/showValue';
import { fill } from '../language/wording';
import { gapsLeft, type FixHandoff } from './gaps';
import type { Kept } from './findWrites';

/** Tells those who are responsible that the deadline has passed. No link to fill anything in. */
export const fixEscalationDocument = (
	handoff: FixHandoff,
	to: readonly Person[],
	locale: Locale,
): MessageDocument => ({
	kind: 'fixEscalation',
	to: [...to],
	wording: locale.wording,
	subject: fillHandoffText(handoff, locale.wording, 'gapEscalationSubject'),
	blocks: stateBlocks(handoff, 'gapEscalationText', locale),
});

/** Tells the sender and those who are responsible that nobody has supplied what is missing. */
export const fixExpiredDocument = (
	handoff: FixHandoff,
	escalateTo: readonly Person[],
	locale: Locale,
): MessageDocument => ({
	kind: 'fixExpired',
	to: [...sendersToTell(handoff, locale.wording), ...escalateTo],
	wording: locale.wording,
	subject: fillHandoffText(handoff, locale.wording, 'gapExpirySubject'),
	blocks: stateBlocks(handoff, 'gapExpiryText', locale),
});

function stateBlocks(
	handoff: FixHandoff,
	text: 'gapEscalationText' | 'gapExpiryText',
	locale: Locale,
): MessageDocument['blocks'] {
	const { wording } = locale;
	const due = formatIsoTime(handoff.fixing.respondBy, locale);
	const asked = handoff.fixing.links.map(({ name, email }) => name || email).join(', ');
	return [
		{ kind: 'paragraph', text: fillHandoffText(handoff, wording, text, { due }) },
		{
			kind: 'list',
			entries: gapsLeft(handoff).map((gap) => ({ text: formatFinding(gap, wording) })),
		},
		{ kind: 'facts', facts: [{ label: wording.labelAsked, value: asked }] },
		...recordButton(handoff.record, wording.recordButton),
	];
}

/** Tells whoever sent values which of them were not written, because the record says otherwise now. */
export function fixKeptDocument(
	handoff: FixHandoff,
	{ kept, to }: { kept: readonly Kept[]; to: Person },
	locale: Locale,
): MessageDocument {
	const { wording } = locale;
	const entries = kept.map(({ change, now }) => {
		const shown = showingIn(handoff.agreed, change.field);
		const textOf = (value: unknown) => showValue(value, shown, locale).text || wording.noValue;
		const said = { label: change.label, now: textOf(now), sent: textOf(change.to) };
		return { text: fill(wording.gapKeptValue, said) };
	});
	return {
		kind: 'fixKept',
		to: [to],
		wording,
		subject: fillHandoffText(handoff, wording, 'gapKeptSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'gapKeptText') },
			{ kind: 'list', entries },
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}
