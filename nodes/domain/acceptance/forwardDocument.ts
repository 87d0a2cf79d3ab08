import type { MessageDocument } from '../message/document';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { Forward } from '../handoff/decision';
import { fill } from '../wording/wording';
import type { ReceiverLink } from '../handoff/request';
import { requestDocument } from './requestDocuments';
import { localeFor, type Locale } from './locale';

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
