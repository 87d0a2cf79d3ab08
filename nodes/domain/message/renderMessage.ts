import { renderAdaptiveCard } from './adaptiveCard';
import type { MessageDocument } from './document';
import { renderHtml } from './htmlMail';
import { renderMarkdown } from './markdown';
import { addressee } from '../base/emailAddress';
import type { Message } from '../base/message';
import { cleanLine } from '../base/plainText';
import { shorten } from './shorten';
import { renderShort } from './shortText';
import { renderSlackBlocks } from './slackBlocks';
import { renderText } from './textMessage';

/** A subject is one header line of a mail: RFC 5322 advises against long ones. */
const LONGEST_SUBJECT = 200;

/**
 * Writes one message in every channel's form. User data is escaped for each channel, only http,
 * https and mailto addresses become links, and what exceeds a channel's limit is left out with a
 * visible `… (N more)`. Never throws on any text.
 */
export const renderMessage = (document: MessageDocument): Message => ({
	kind: document.kind,
	to: document.to.map(addressee),
	subject: shorten(cleanLine(document.subject), LONGEST_SUBJECT),
	text: renderText(document),
	short: renderShort(document),
	markdown: renderMarkdown(document),
	html: renderHtml(document),
	slackBlocks: renderSlackBlocks(document),
	adaptiveCard: renderAdaptiveCard(document),
});
