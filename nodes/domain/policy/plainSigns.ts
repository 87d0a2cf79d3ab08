import { hasNoOuterBlanks } from './readable';

/** Whether all of a text is seen as it is written, which is so for nearly all. */
export const isPlainText = (text: string): boolean =>
	hasNoOuterBlanks(text) &&
	(text.length > SHORT ? !NOT_PLAIN.test(text) : hasPlainSigns(text, text.length));

/** Up to here a loop is faster than starting a pattern. */
const SHORT = 40;
const NOT_PLAIN = /[^\t\n\r\x20-\x25\x27-\x3b\x3d-\x7e]/;

/** By the code of a sign, 1 where it is seen as it is written. */
const PLAIN = new Uint8Array(0x80);
for (let code = 0; code < PLAIN.length; code++) {
	if (!NOT_PLAIN.test(String.fromCharCode(code))) PLAIN[code] = 1;
}

function hasPlainSigns(text: string, length: number): boolean {
	for (let index = 0; index < length; index++) {
		if (PLAIN[text.charCodeAt(index)] !== 1) return false;
	}
	return true;
}

/** How many signs a reader counts: marks on letters are none of their own. */
export const countSigns = (text: string): number =>
	isPlainText(text) ? text.length : [...text.replace(/\p{M}/gu, '')].length;

/**
 * Whether a text begins with so many plain signs: then it is that long, whatever follows. Blanks
 * count when a plain sign stands behind them.
 */
export function hasPlainStart(text: string, length: number): boolean {
	if (!(text.charCodeAt(0) > BLANK)) return false;
	let end = length - 1;
	while (text.charCodeAt(end) === BLANK) end++;
	return text.charCodeAt(end) > BLANK && hasPlainSigns(text, end + 1);
}

const BLANK = 0x20;
