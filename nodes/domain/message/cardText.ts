import { remember } from '../base/remember';
import { cleanLine, cleanText, isHarmless } from '../base/plainText';
import { shorten } from './shorten';

const LONGEST_VALUE = 1_500;

export const LONGEST_TITLE = 200;

export const LONGEST_DETAIL = 300;

/** The Markdown that a TextBlock reads: emphasis, lists and links, with backslash as the escape. */
export const escapeCard = (text: string): string => text.replace(/[\\`*_[\]<>~]/g, '\\$&');

/** `{{DATE(…)}}` and `${…}` are functions of cards; line starts such as `1.` are lists. */
export const quietCard = (text: string): string =>
	text.replace(/\{(?=\{)|\$(?=\{)|(?<!\w)@(?=\w)|&(?=#?\w+;)/g, '$&\u200b');

const escapeStart = (written: string): string =>
	written.replace(/^[-+#=]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');

export const cardLine = (text: string, limit = LONGEST_VALUE): string =>
	isHarmless(text)
		? shorten(text, limit)
		: escapeStart(shorten(quietCard(cleanLine(text)), limit, escapeCard));

/** Cards need an empty line for a new line. */
export const cardLines = (text: string): string =>
	isHarmless(text)
		? shorten(text, LONGEST_VALUE)
		: shorten(quietCard(cleanText(text)), LONGEST_VALUE, escapeCard)
				.split('\n')
				.map((each) => escapeStart(each.trim()))
				.filter(Boolean)
				.join('\n\n');

export const knownCardLine = remember((text: string) => cardLine(text));

export const knownCardLines = remember(cardLines);

export const knownDetail = remember((text: string) => cardLine(text, LONGEST_DETAIL));
