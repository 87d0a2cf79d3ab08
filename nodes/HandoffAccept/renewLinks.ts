import { openQuestionEnvelopes } from '../domain/acceptance/asking/answerQuestions';
import { requestEnvelopes } from '../domain/acceptance/envelopes';
import type { Handoff } from '../domain/handoff/envelope';
import { linkFor, type SignLink } from '../domain/handoff/signedLinks';
import type { ReceiverLink } from '../domain/handoff/request';
import type { RequestState } from './requestState';

/**
 * The state with links of this execution, when those it has are of another one: n8n gives an
 * execution that is retried after a crash a new number, and links of the old number decide nothing.
 */
export function renewLinks(state: RequestState, sign: SignLink): RequestState | undefined {
	const { request } = state.handoff;
	const links = request.links.map((link) => ({
		...link,
		url: linkFor(sign, link.email, request.round),
	}));
	if (!hasOtherLinks(links, request.links)) return undefined;
	return { ...state, handoff: { ...state.handoff, request: { ...request, links } } };
}

/** What people get whose links are of another execution: the request, and the questions that are open. */
export const askedAnew = (state: RequestState, sign: SignLink): Handoff[] => [
	...requestEnvelopes(state, sign),
	...openQuestionEnvelopes(state, sign),
];

/** Whether people need other links than those that were sent. */
export function hasOtherLinks(
	links: readonly ReceiverLink[],
	sent: readonly ReceiverLink[],
): boolean {
	const held = new Set(links.map(({ url }) => url));
	return sent.some(({ url }) => !held.has(url));
}
