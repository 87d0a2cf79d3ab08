import { sameAddress } from '../base/emailAddress';
import {
	exceptionAskedDocument,
	exceptionReminderDocument,
} from '../exceptions/exceptionDocuments';
import type { Handoff } from '../handoff/envelope';
import type { AskedException } from '../handoff/exception';
import { approvalLinkFor, type SignLink } from '../handoff/signedLinks';
import { fixEnvelope, fixLocale, type AskedFix } from './fixEnvelopes';
import { pendingExceptions } from './pendingExceptions';

/** Puts each exception before everybody who may grant it: one envelope, one person, one link. */
export const approvalRequests = (
	asking: AskedFix,
	exceptions: readonly AskedException[],
	sign: SignLink,
): Handoff[] => toApprovers(asking, exceptions, { sign, write: exceptionAskedDocument });

/** The same once more, about all that nobody has decided. */
export const approvalReminders = (asking: AskedFix, sign: SignLink): Handoff[] =>
	toApprovers(asking, pendingExceptions(asking.handoff), {
		sign,
		write: exceptionReminderDocument,
	});

function toApprovers(
	asking: AskedFix,
	exceptions: readonly AskedException[],
	{ sign, write }: { sign: SignLink; write: typeof exceptionAskedDocument },
): Handoff[] {
	const { handoff } = asking;
	const named = handoff.agreed.exceptions?.approvers ?? [];
	return exceptions.flatMap((asked) =>
		asked.approvers.map((email) => {
			const { name = email } = named.find((one) => sameAddress(one.email, email)) ?? {};
			const link = { name, email, url: approvalLinkFor(sign, email, asked) };
			return fixEnvelope(handoff, write(handoff, asked, { link, locale: fixLocale(asking) }));
		}),
	);
}
