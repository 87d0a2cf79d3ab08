import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Forward } from '../handoff/decision';
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
