import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';
import { writeRow } from '../ledger/writeRow';
import type { MessageDocument } from '../message/document';
import { fillHandoffText, type Locale } from '../wording/locale';
import { questionOf } from './questionOf';
import { bothSides, correctionBlocks } from './receiptBlocks';

/** Whether this acceptance is not the last one that is needed. A return always decides. */
export const isVote = (
	{ acceptancesNeeded, votes }: AskedHandoff['request'],
	{ kind }: Pick<Decision, 'kind'>,
): boolean => kind === 'accepted' && votes.length + 1 < acceptancesNeeded;

/** Records one acceptance of several that are needed, with the ledger row `handoff.voted`. */
export function recordVote(handoff: AskedHandoff, vote: Decision): AskedHandoff {
	const request = { ...handoff.request, votes: [...handoff.request.votes, vote] };
	const voted: AskedHandoff = { ...handoff, request };
	const event = writeRow(voted, {
		type: 'handoff.voted',
		at: Date.parse(vote.at),
		discriminator: `${request.round}:${vote.by.email}`,
		actor: vote.by.email,
		proof: vote.by.proof,
		data: {
			...questionOf(request),
			by: vote.by.name,
			checklist: vote.checklist,
			count: request.votes.length,
			needed: request.acceptancesNeeded,
			...(vote.corrections === undefined ? {} : { corrections: vote.corrections }),
			...(vote.comment === undefined ? {} : { comment: vote.comment }),
		},
	});
	return { ...voted, event };
}

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
		to: bothSides(handoff, vote.by, wording),
		wording,
		subject: fillHandoffText(handoff, wording, 'voteSubject', { name }),
		blocks: [
			{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'voteText', progress) },
			...correctionBlocks(handoff, vote, locale),
			...(vote.comment === undefined ? [] : [{ kind: 'quote' as const, text: vote.comment }]),
		],
	};
}
