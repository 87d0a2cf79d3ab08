import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision } from '../handoff/decision';

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
			round: request.round,
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
