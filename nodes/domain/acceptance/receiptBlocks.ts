import type { Handoff } from '../handoff/envelope';
import type { Fact, ListEntry, MessageBlock } from '../message/document';
import type { Person } from '../base/message';
import { sameAddress } from '../base/emailAddress';
import type { Decision, GivenReason } from '../handoff/decision';
import type { DecidedBy } from '../handoff/proof';
import { formatCorrection } from './page/formatCorrection';
import { showingIn } from '../shown/showPacket';
import { formatFinding } from '../wording/formatFinding';
import { sendersToTell } from '../wording/whomToTell';
import { fill, type Wording } from '../language/wording';
import { formatMinutes } from '../wording/formatMilestone';
import { formatIsoTime, fillHandoffText, type Locale } from '../wording/locale';

/** The sending side, and then the person who decided: both get the receipt. */
export function bothSides(handoff: Handoff, { name, email }: Person, wording: Wording): Person[] {
	const others = sendersToTell(handoff, wording).filter(
		(sender) => !sameAddress(sender.email, email),
	);
	return [...others, { name, email }];
}

/** Who decided, when, how we know, and how long each side had it. */
export function decisionFacts(handoff: Handoff, decision: Decision, locale: Locale): MessageBlock {
	const { wording } = locale;
	const { by, at, minutes } = decision;
	const facts: Fact[] = [
		{ label: wording.labelBy, value: `${by.name} (${by.email})` },
		{ label: wording.labelAt, value: formatIsoTime(at, locale) },
		{ label: wording.labelProof, value: formatProof(by.proof, wording) },
	];
	if (minutes !== undefined) {
		const value = fillHandoffText(handoff, wording, 'timeOnSides', {
			senderTime: formatMinutes(minutes.sender, wording),
			receiverTime: formatMinutes(minutes.receiver, wording),
		});
		facts.push({ label: wording.labelTime, value });
	}
	return { kind: 'facts', facts };
}

/** All that was shown, in words. */
const formatProof = (proof: DecidedBy['proof'], wording: Wording): string =>
	[
		wording.proofLink,
		...(proof.includes('Name') ? [wording.proofName] : []),
		...(proof.includes('Password') ? [wording.proofPassword] : []),
		...(proof.includes('Code') ? [wording.proofCode] : []),
	].join(', ');

/** What was corrected: only people can put it into the record. */
export function correctionBlocks(
	handoff: Handoff,
	{ corrections = [], correctedVerdict }: Decision,
	reader: Locale,
): MessageBlock[] {
	const { wording } = reader;
	if (corrections.length === 0) return [];
	const open = (correctedVerdict?.findings ?? []).filter(({ waiver }) => waiver === undefined);
	const points = open.map((finding) => formatFinding(finding, wording)).join('; ');
	return [
		{ kind: 'heading', text: fillHandoffText(handoff, wording, 'receiptCorrected') },
		{
			kind: 'list',
			entries: corrections.map((correction) => ({
				text: formatCorrection(
					{ ...correction, shown: showingIn(handoff.agreed, correction.field) },
					{ reader },
				),
			})),
		},
		{
			kind: 'paragraph',
			text: points === '' ? wording.correctedReady : fill(wording.correctedOpen, { points }),
		},
	];
}

/** What accepting confirmed. */
export const checklistBlock = ({ checklist }: Decision, { wording }: Locale): MessageBlock[] => {
	const entries = checklist.filter(({ checked }) => checked).map(({ label }) => ({ text: label }));
	return entries.length === 0
		? []
		: [
				{ kind: 'heading', text: wording.receiptConfirmed },
				{ kind: 'list', entries },
			];
};

export const commentBlock = ({ comment }: Decision): MessageBlock[] =>
	comment === undefined || comment === '' ? [] : [{ kind: 'quote', text: comment }];

/** A reason with its note and the field that it points at. */
export function reasonEntry(handoff: Handoff, reason: GivenReason): ListEntry {
	const label = handoff.agreed.fields.find(({ field }) => field === reason.field)?.label;
	return {
		text: label === undefined ? reason.label : `${reason.label} (${label})`,
		...(reason.note === '' ? {} : { details: [reason.note] }),
	};
}
