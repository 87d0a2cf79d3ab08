import type { IExecuteFunctions } from 'n8n-workflow';
import { linkFor } from './receiverLinks';
import type { RequestState } from './requestState';

/**
 * The state with links of this execution, when those it has are of another one: n8n gives an
 * execution that is retried after a crash a new number, and links of the old number decide nothing.
 */
export function renewLinks(
	context: IExecuteFunctions,
	state: RequestState,
): RequestState | undefined {
	const { request } = state.handoff;
	const links = request.links.map((link) => ({
		...link,
		url: linkFor(context, link.email, request.round),
	}));
	const held = new Set(request.links.map(({ url }) => url));
	if (links.every(({ url }) => held.has(url))) return undefined;
	return { ...state, handoff: { ...state.handoff, request: { ...request, links } } };
}
