import { linkFor, type SignLink } from '../domain/acceptance/signedLinks';
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
	const held = new Set(request.links.map(({ url }) => url));
	if (links.every(({ url }) => held.has(url))) return undefined;
	return { ...state, handoff: { ...state.handoff, request: { ...request, links } } };
}
