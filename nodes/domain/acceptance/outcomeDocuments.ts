import type { Handoff } from '../handoff/envelope';
import type { MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import { questionBlocks } from '../wording/questionBlocks';
import { sendersToTell } from '../wording/whomToTell';
import { recordButton } from '../message/recordButton';
import type { Decision } from '../handoff/decision';
import {
	bothSides,
	checklistBlock,
	commentBlock,
	correctionBlocks,
	decisionFacts,
	reasonEntry,
} from './receiptBlocks';
import { formatIsoTime, fillHandoffText, type Locale } from '../wording/locale';

/** Tells both sides that the handoff was accepted, by whom and with what remarks. */
export function receiptDocument(
	handoff: Handoff,
	decision: Decision,
	locale: Locale,
): MessageDocument {
	const { wording } = locale;
	const { name } = decision.by;
	const corrected = (decision.corrections ?? []).length > 0;
	const said = [
		fillHandoffText(handoff, wording, 'receiptText', { name }),
		...(corrected ? [] : [fillHandoffText(handoff, wording, 'receiptDone')]),
	];
	return {
		kind: 'receipt',
		to: bothSides(handoff, decision.by, wording),
		wording,
		subject: fillHandoffText(handoff, wording, 'receiptSubject'),
		blocks: [
			{ kind: 'paragraph', text: said.join(' ') },
			...correctionBlocks(handoff, decision, locale),
			...checklistBlock(decision, locale),
			...commentBlock(decision),
			...questionBlocks(handoff, handoff.request?.questions ?? [], locale),
			decisionFacts(handoff, decision, locale),
		],
	};
}

/** Tells the sender why the handoff came back and what happens next, and the one who returned it. */
export function returnedDocument(
	handoff: Handoff,
	decision: Decision,
	locale: Locale,
): MessageDocument {
	const { wording } = locale;
	const { name } = decision.by;
	return {
		kind: 'returned',
		to: bothSides(handoff, decision.by, wording),
		wording,
		subject: fillHandoffText(handoff, wording, 'returnSubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'returnText', { name }) },
			{ kind: 'list', entries: decision.reasons.map((reason) => reasonEntry(handoff, reason)) },
			...commentBlock(decision),
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'returnNext') },
			decisionFacts(handoff, decision, locale),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/** Tells the sender and those who are responsible that the request ended without an answer. */
export function expiredDocument(
	handoff: Handoff,
	escalateTo: readonly Person[],
	locale: Locale,
): MessageDocument {
	const { request } = handoff;
	const { wording } = locale;
	const asked = request?.links.map(({ name }) => name).join(', ') ?? '';
	const due = request === undefined ? '' : formatIsoTime(request.respondBy, locale);
	return {
		kind: 'expired',
		to: [...sendersToTell(handoff, wording), ...escalateTo],
		wording,
		subject: fillHandoffText(handoff, wording, 'expirySubject'),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'expiryText') },
			{
				kind: 'facts',
				facts: [
					{ label: wording.labelAsked, value: asked },
					{ label: wording.labelDue, value: due },
				],
			},
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}
