import type { Handoff } from '../envelope';
import { sayInstant } from '../instant';
import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import type { Person } from '../message/message';
import { recordButton } from '../message/recordButton';
import type { Decision, GivenReason } from './decision';
import { sayCorrection } from './page/correctionFields';
import { WORDINGS } from './page/wordings/wordings';

/** Tells the sender that the handoff was accepted, by whom and with what remarks. */
export function receiptDocument(handoff: Handoff, decision: Decision): MessageDocument {
	return {
		kind: 'receipt',
		to: sendersOf(handoff),
		subject: `Accepted: ${handoff.record.title}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `${saidBy(handoff, decision)}. There is nothing left for you to do.`,
			},
			...checklistBlock(decision),
			...correctionBlocks(decision),
			...commentBlock(decision),
		],
	};
}

/** Tells the sender why the handoff came back and what happens next. */
export function returnedDocument(handoff: Handoff, decision: Decision): MessageDocument {
	return {
		kind: 'returned',
		to: sendersOf(handoff),
		subject: `Returned: ${handoff.record.title}`,
		blocks: [
			{ kind: 'paragraph', text: `${saidBy(handoff, decision)}, for these reasons:` },
			{ kind: 'list', entries: decision.reasons.map((reason) => sayReason(handoff, reason)) },
			...commentBlock(decision),
			{
				kind: 'paragraph',
				text: 'Please complete the record. It is checked again when it changes and then goes to the receiving team as the next attempt.',
			},
			...recordButton(handoff.record),
		],
	};
}

/** Tells the sender and those who are responsible that the request ended without an answer. */
export function expiredDocument(handoff: Handoff, escalateTo: readonly Person[]): MessageDocument {
	const { request, record, receiver } = handoff;
	const asked = request?.links.map(({ name }) => name).join(', ') ?? '';
	const due =
		request === undefined ? '' : sayInstant(Date.parse(request.respondBy), request.timezone);
	return {
		kind: 'expired',
		to: [...sendersOf(handoff), ...escalateTo],
		subject: `No decision: ${record.title}`,
		blocks: [
			{
				kind: 'paragraph',
				text: `Nobody of ${receiver.team} decided, and the links are closed now. Nothing was accepted and nothing was returned: “${record.title}” still waits, and ${receiver.team} still has it.`,
			},
			{
				kind: 'facts',
				facts: [
					{ label: 'Asked', value: asked },
					{ label: 'It was due', value: due },
				],
			},
			...recordButton(handoff.record),
		],
	};
}

const sendersOf = ({ sender }: Handoff): Person[] =>
	sender.email === undefined || sender.email === ''
		? []
		: [{ name: sender.name ?? sender.team, email: sender.email }];

const saidBy = (handoff: Handoff, decision: Decision): string =>
	`${decision.by.name} of ${handoff.receiver.team} decided on ${sayInstant(Date.parse(decision.at), handoff.request?.timezone ?? 'UTC')}`;

function sayReason(handoff: Handoff, reason: GivenReason): ListEntry {
	const label = handoff.agreed.fields.find(({ field }) => field === reason.field)?.label;
	return {
		text: label === undefined ? reason.label : `${reason.label} (${label})`,
		...(reason.note === '' ? {} : { details: [reason.note] }),
	};
}

const checklistBlock = ({ checklist }: Decision): MessageBlock[] => {
	const entries = checklist.filter(({ checked }) => checked).map(({ label }) => ({ text: label }));
	return entries.length === 0
		? []
		: [
				{ kind: 'paragraph', text: 'Confirmed:' },
				{ kind: 'list', entries },
			];
};

/** What was corrected: only people can put it into the record. */
function correctionBlocks({ corrections }: Decision): MessageBlock[] {
	if (corrections === undefined || corrections.length === 0) return [];
	const wording = WORDINGS.en;
	const entries = corrections.map((correction) => ({
		text: sayCorrection(correction, { wording }),
	}));
	return [
		{ kind: 'paragraph', text: 'Corrected, please put it into the record:' },
		{ kind: 'list', entries },
	];
}

const commentBlock = ({ comment }: Decision): MessageBlock[] =>
	comment === undefined || comment === '' ? [] : [{ kind: 'quote', text: comment }];
