import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Forward } from '../handoff/decision';
import type { ReceiverLink } from '../handoff/request';
import { writeRow } from '../ledger/writeRow';
import type { MessageDocument } from '../message/document';
import { fill } from '../language/wording';
import { localeFor, type Locale } from '../wording/locale';
import { questionOf } from './questionOf';
import { withForwardedLinks } from './receivers';
import { requestDocument } from './requestDocuments';

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
		data: { ...questionOf(request), by: forward.by.name, to: forward.to, reason: forward.reason },
	});
	return { ...forwarded, event };
}

/** Puts the question before the person to whom it was handed on, with the reason. */
export function forwardDocument(
	handoff: AskedHandoff,
	{ by, reason }: Forward,
	{ link, locale }: { link: ReceiverLink; locale: Locale },
): MessageDocument {
	const asked = requestDocument({ handoff, link, locale });
	const { wording } = localeFor(link, locale);
	return {
		...asked,
		blocks: [
			{ kind: 'paragraph', text: fill(wording.requestForwarded, { name: by.name }) },
			{ kind: 'quote', text: reason },
			...asked.blocks,
		],
	};
}
