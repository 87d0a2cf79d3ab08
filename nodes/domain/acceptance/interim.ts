import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Decision, Forward } from '../handoff/decision';
import { withForwardedLinks } from './receivers';

/** Records that a receiver handed the question on, with the ledger row `handoff.forwarded`. */
export function recordForward(
	handoff: AskedHandoff,
	forward: Forward,
	signLink: (email: string) => string,
): AskedHandoff {
	const forwards = [...handoff.request.forwards, forward];
	const request = withForwardedLinks({ ...handoff.request, forwards }, signLink);
	const forwarded: AskedHandoff = { ...handoff, request };
	const event = writeRow(forwarded, {
		type: 'handoff.forwarded',
		at: Date.parse(forward.at),
		discriminator: `${request.round}:${forwards.length}`,
		actor: forward.by.email,
		proof: forward.by.proof,
		data: { round: request.round, by: forward.by.name, to: forward.to, reason: forward.reason },
	});
	return { ...forwarded, event };
}

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
