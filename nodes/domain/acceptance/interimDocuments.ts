import type { MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision, Forward } from '../handoff/decision';
import { fill } from '../wording/wording';
import { bothSides, correctionBlocks } from './receiptBlocks';
import type { ReceiverLink } from '../handoff/request';
import { requestDocument } from './requestDocuments';
import { sayOf, voiceFor, type Voice } from './voice';

/** Puts the question before the person to whom it was handed on, with the reason. */
export function forwardDocument(
	handoff: AskedHandoff,
	{ by, reason }: Forward,
	{ link, voice }: { link: ReceiverLink; voice: Voice },
): MessageDocument {
	const asked = requestDocument({ handoff, link, voice });
	const { wording } = voiceFor(link, voice);
	return {
		...asked,
		blocks: [
			{ kind: 'paragraph', text: fill(wording.requestForwarded, { name: by.name }) },
			{ kind: 'quote', text: reason },
			...asked.blocks,
		],
	};
}

/** Tells one receiver the code that the page asks for. It comes apart from the link on purpose. */
export const codeDocument = (
	handoff: AskedHandoff,
	{ name, email, code }: Person & { code: string },
	{ wording }: Voice,
): MessageDocument => ({
	kind: 'code',
	to: [{ name, email }],
	subject: sayOf(handoff, wording, 'codeSubject'),
	blocks: [
		{ kind: 'paragraph', text: sayOf(handoff, wording, 'codeText') },
		{ kind: 'facts', facts: [{ label: wording.code, value: code }] },
	],
});

/** Tells the sender and the one who accepted how far the acceptances have come. */
export function voteDocument(handoff: AskedHandoff, vote: Decision, voice: Voice): MessageDocument {
	const { wording } = voice;
	const { votes, acceptancesNeeded } = handoff.request;
	const { name } = vote.by;
	const progress = { name, needed: acceptancesNeeded, count: votes.length };
	return {
		kind: 'receipt',
		to: bothSides(handoff, vote.by),
		subject: sayOf(handoff, wording, 'voteSubject', { name }),
		blocks: [
			{ kind: 'paragraph', text: sayOf(handoff, wording, 'voteText', progress) },
			...correctionBlocks(handoff, vote, voice),
			...(vote.comment === undefined ? [] : [{ kind: 'quote' as const, text: vote.comment }]),
		],
	};
}
