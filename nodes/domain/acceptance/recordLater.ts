import type { Handoff } from '../handoff/envelope';
import type { Received } from '../handoff/request';
import { sameAddress } from '../base/emailAddress';
import type { Closing } from './page/model';
import type { Visit } from './pageModel';

/** What leaves by which output because of a form, and what its sender is told then. */
export interface FormAnswer {
	leavesBy: 'notify' | 'accepted' | 'returned';
	envelopes: Handoff[];
	closing: Closing;
}

/**
 * The answer where the ledger is kept. The page records nothing: what came in goes round by Notify, as
 * a receipt for who sent it, and is recorded before anything follows from it.
 */
export function recordLater(
	{ handoff, link }: { handoff: Visit['handoff']; link: Pick<Visit['link'], 'email'> },
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
