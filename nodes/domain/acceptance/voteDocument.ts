import type { MessageDocument } from '../message/document';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';
import { bothSides, correctionBlocks } from './receiptBlocks';
import { fillHandoffText, type Locale } from './locale';

/** Tells the sender and the one who accepted how far the acceptances have come. */
export function voteDocument(
	handoff: AskedHandoff,
	vote: Decision,
	locale: Locale,
): MessageDocument {
	const { wording } = locale;
	const { votes, acceptancesNeeded } = handoff.request;
	const { name } = vote.by;
	const progress = { name, needed: acceptancesNeeded, count: votes.length };
	return {
		kind: 'receipt',
		to: bothSides(handoff, vote.by),
		subject: fillHandoffText(handoff, wording, 'voteSubject', { name }),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'voteText', progress) },
			...correctionBlocks(handoff, vote, locale),
			...(vote.comment === undefined ? [] : [{ kind: 'quote' as const, text: vote.comment }]),
		],
	};
}
