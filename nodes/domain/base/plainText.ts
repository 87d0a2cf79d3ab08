/** What no reader can see and no channel wants: control characters except tab and line feed. */
const CONTROLS = /(?![\t\n])\p{Cc}|\ufeff/gu;

/**
 * Characters that turn the direction of the text around them, so that what is read is not what is
 * there (CVE-2021-42574). Right-to-left scripts do not need them; the plain marks stay.
 */
const DIRECTION_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** No script stacks more than four marks on a letter; more of them run over the lines around. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Latin letters, digits, usual signs and single blanks between: what most texts are. */
const CLEAN_LINE =
	/^[\x21-\x7e\xa1-\xac\xae-\u024f–—‘’“”…•€]+(?: [\x21-\x7e\xa1-\xac\xae-\u024f–—‘’“”…•€]+)*$/;

/** A text as a channel may carry it, with line breaks as `\n`. */
export const cleanText = (text: string): string =>
	CLEAN_LINE.test(text) ? text : cleanRareSigns(text);

const cleanRareSigns = (text: string): string =>
	text
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(CONTROLS, '')
		.replace(DIRECTION_OVERRIDES, '')
		.replace(STACKED_MARKS, '$1')
		.replace(LONE_SURROGATE, '\ufffd');

/** A text as one line: for subjects, labels and buttons. */
export const cleanLine = (text: string): string =>
	CLEAN_LINE.test(text) ? text : cleanRareSigns(text).replace(/\s+/g, ' ').trim();

/** Letters, digits and signs that mean nothing in any channel, one blank between them. */
const HARMLESS = /^[A-Za-z“][A-Za-z0-9,.;:()/%“”’–…€-]*(?: [A-Za-z0-9,.;:()/%“”’–…€-]+)*$/;

/**
 * Whether a text reads the same in every channel: no renderer has to clean, escape or quieten it.
 * True for most of what a policy says about its requirements.
 */
export const isHarmless = (text: string): boolean => HARMLESS.test(text);
