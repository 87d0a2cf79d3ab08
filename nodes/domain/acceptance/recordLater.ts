import type { Received } from '../handoff/request';
import type { FormAnswer } from './answerForm';
import { sameAddress } from './emailAddress';
import type { Visit } from './pageModel';

/**
 * The answer where the ledger is kept. The page records nothing: what came in goes round by Notify, as
 * a receipt for who sent it, and is recorded before anything follows from it.
 */
export function recordLater(
	{ handoff, link }: Visit,
	{ leavesBy, envelopes, closing }: FormAnswer,
	received: Received,
): FormAnswer {
	const isSender = ({ email }: { email: string }) => sameAddress(email, link.email);
	return {
		leavesBy: 'notify',
		closing,
		envelopes: envelopes.map(({ request = handoff.request, message }) => ({
			...handoff,
			request: { ...request, received },
			event: undefined,
			message:
				message === undefined || leavesBy === 'notify'
					? message
					: { ...message, to: message.to.filter(isSender) },
		})),
	};
}
