import type { MessageDocument } from '../message/document';
import type { Person } from '../base/message';
import type { AskedHandoff } from '../handoff/askedHandoff';
import { fillHandoffText, type Locale } from '../wording/locale';

/** Tells one receiver the code that the page asks for. It comes apart from the link on purpose. */
export const codeDocument = (
	handoff: AskedHandoff,
	{ name, email, code }: Person & { code: string },
	{ wording }: Locale,
): MessageDocument => ({
	kind: 'code',
	to: [{ name, email }],
	wording,
	subject: fillHandoffText(handoff, wording, 'codeSubject'),
	blocks: [
		{ kind: 'paragraph', text: fillHandoffText(handoff, wording, 'codeText') },
		{ kind: 'facts', facts: [{ label: wording.code, value: code }] },
	],
});
