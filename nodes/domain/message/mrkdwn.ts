import { remember } from '../base/remember';
import { cleanLine, cleanText, isHarmless } from '../base/plainText';
import { shorten } from './shorten';

const LONGEST_VALUE = 1_200;

export const LONGEST_LABEL = 200;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Makes a text safe in Slack's mrkdwn. `<!channel>` and links need angle brackets, which become
 * entities; for `*`, `_`, `~` and backticks Slack knows no escape, so each stands between two
 * zero-width spaces, where it opens and closes nothing.
 */
export const escapeMrkdwn = (text: string): string =>
	text
		.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
		.replace(/[*_~`]/g, '\u200b$&\u200b');

/** `@here` calls people where the sending node turns on Slack's own linking of names. */
export const quietMrkdwn = (text: string): string =>
	text.replace(/@(?=here|channel|everyone|group)/gi, '@\u200b');

export const mrkdwnLine = (text: string, limit = LONGEST_VALUE): string =>
	isHarmless(text)
		? shorten(text, limit)
		: shorten(quietMrkdwn(cleanLine(text)), limit, escapeMrkdwn);

export const mrkdwnLines = (text: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(quietMrkdwn(cleanText(text)).trim(), LONGEST_VALUE, escapeMrkdwn);

export const knownMrkdwnLines = remember(mrkdwnLines);

export const knownMrkdwnLine = remember((text: string) => mrkdwnLine(text));
