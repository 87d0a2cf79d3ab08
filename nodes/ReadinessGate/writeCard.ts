import type { MessageDocument } from '../domain/message/document';
import { renderHtml } from '../domain/message/htmlMail';
import { renderMarkdown } from '../domain/message/markdown';
import { renderText } from '../domain/message/textMessage';

/** A document in the forms that wikis, mails and print-outs take. */
export const writeCard = (document: MessageDocument) => ({
	title: document.subject,
	text: renderText(document),
	markdown: renderMarkdown(document),
	html: renderHtml(document),
});
