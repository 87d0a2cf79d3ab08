import type { Forward } from '../handoff/decision';
import { sameAddress } from '../base/emailAddress';
import type { AcceptanceRequest, ReceiverLink } from '../handoff/request';

/** To whom this person handed the question on; undefined while, or again when, it is theirs. */
export function forwardOf(request: AcceptanceRequest, email: string): Forward | undefined {
	const last = request.forwards
		.filter(({ by, to }) => sameAddress(by.email, email) || sameAddress(to.email, email))
		.at(-1);
	return last !== undefined && sameAddress(last.by.email, email) ? last : undefined;
}

/** Whether this person has accepted, and the others are still asked. */
export const hasVoted = (request: AcceptanceRequest, email: string): boolean =>
	request.votes.some(({ by }) => sameAddress(by.email, email));

/** The links whose owners may decide now: neither handed on nor used, and it is their turn. */
export const openLinks = (request: AcceptanceRequest): ReceiverLink[] => {
	const turn = turnOf(request);
	return request.links.filter(
		({ email }) =>
			forwardOf(request, email) === undefined &&
			!hasVoted(request, email) &&
			(turn === undefined || sameAddress(turn, email)),
	);
};

/** Whether the question is this person's to answer: neither handed on nor answered before. */
export const mayAnswer = (
	{ request }: { request: AcceptanceRequest },
	{ by }: { by: { email: string } },
): boolean => openLinks(request).some(({ email }) => sameAddress(email, by.email));

/**
 * Whose turn it is when people are asked one after the other; undefined when all are asked at once.
 * Whoever was handed the question has the turn of who handed it on.
 */
export function turnOf(request: AcceptanceRequest): string | undefined {
	const places = request.forwards.reduce<readonly string[] | undefined>(
		(order, { by, to }) => order?.map((email) => (sameAddress(email, by.email) ? to.email : email)),
		request.inTurn,
	);
	return places?.find((email) => !hasVoted(request, email));
}

/** Adds links for those to whom the question was handed on and who have none yet. */
export function withForwardedLinks(
	request: AcceptanceRequest,
	signLink: (email: string) => string,
): AcceptanceRequest {
	const links = request.forwards.reduce<ReceiverLink[]>(
		(known, { to }) =>
			known.some(({ email }) => sameAddress(email, to.email))
				? known
				: [...known, { ...to, url: signLink(to.email) }],
		request.links,
	);
	return { ...request, links };
}

/** The links signed anew, those for whom the question was handed on included. */
export const withSignedLinks = (
	request: AcceptanceRequest,
	signLink: (email: string) => string,
): AcceptanceRequest =>
	withForwardedLinks(
		{ ...request, links: request.links.map((link) => ({ ...link, url: signLink(link.email) })) },
		signLink,
	);
