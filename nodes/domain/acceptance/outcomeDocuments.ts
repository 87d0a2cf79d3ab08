import type { Handoff } from '../handoff/envelope';
import type { MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import { recordButton } from '../message/recordButton';
import type { Decision } from '../handoff/decision';
import {
	bothSides,
	checklistBlock,
	commentBlock,
	correctionBlocks,
	decisionFacts,
	sayReason,
	sendersOf,
} from './receiptBlocks';
import { sayAt, sayOf, type Voice } from './voice';

/** Tells both sides that the handoff was accepted, by whom and with what remarks. */
export function receiptDocument(
	handoff: Handoff,
	decision: Decision,
	voice: Voice,
): MessageDocument {
	const { wording } = voice;
	const { name } = decision.by;
	return {
		kind: 'receipt',
		to: bothSides(handoff, decision.by),
		subject: sayOf(handoff, wording, 'receiptSubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'receiptText', { name }) },
			...correctionBlocks(handoff, decision, voice),
			...checklistBlock(decision, voice),
			...commentBlock(decision),
			decisionFacts(handoff, decision, voice),
		],
	};
}

/** Tells the sender why the handoff came back and what happens next, and the one who returned it. */
export function returnedDocument(
	handoff: Handoff,
	decision: Decision,
	voice: Voice,
): MessageDocument {
	const { wording } = voice;
	const { name } = decision.by;
	return {
		kind: 'returned',
		to: bothSides(handoff, decision.by),
		subject: sayOf(handoff, wording, 'returnSubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'returnText', { name }) },
			{ kind: 'list', entries: decision.reasons.map((reason) => sayReason(handoff, reason)) },
			...commentBlock(decision),
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'returnNext') },
			decisionFacts(handoff, decision, voice),
			...recordButton(handoff.record, wording.recordButton),
		],
	};
}

/** Tells the sender and those who are responsible that the request ended without an answer. */
export function expiredDocument(
	handoff: Handoff,
	escalateTo: readonly Person[],
	voice: Voice,
): MessageDocument {
	const { request } = handoff;
	const { wording } = voice;
	const asked = request?.links.map(({ name }) => name).join(', ') ?? '';
	const due = request === undefined ? '' : sayAt(request.respondBy, voice);
	return {
		kind: 'expired',
		to: [...sendersOf(handoff), ...escalateTo],
		subject: sayOf(handoff, wording, 'expirySubject'),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'expiryText') },
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
