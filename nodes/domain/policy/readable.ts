/**
 * What no reader sees: control characters and those that Unicode lets fonts ignore, such as zero
 * width spaces, direction marks, soft hyphens, byte order marks.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{DI}]/gu;

/** Blanks of every width (Unicode's Zs), among them the one of Braille. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g;

/** Signs beyond the visible ones of ASCII, blanks and line breaks. */
const RARE = /[^\t\n\r\x20-\x7e]/;

/** No script needs so many marks on one letter, and putting more in order takes long. */
const STACKED_MARKS = /(\p{M}{10})\p{M}+/gu;

/** Longer texts are no value that has to be recognised. */
const LONGEST = 100_000;

/** Up to here a loop is faster than starting a pattern; most values of records are shorter. */
const SHORT = 40;

/** By the code of a sign, 1 where it is visible in ASCII, a blank or a line break. */
const USUAL = new Uint8Array(0x80).fill(1, 0x20, 0x7f);
for (const sign of '\t\n\r') USUAL[sign.charCodeAt(0)] = 1;

function hasRareSigns(text: string): boolean {
	if (text.length > SHORT) return RARE.test(text);
	for (let index = 0; index < text.length; index++) {
		if (USUAL[text.charCodeAt(index)] !== 1) return true;
	}
	return false;
}

/** The text without what nobody sees in it, in the composed Unicode form. */
export const seenText = (text: string): string =>
	hasRareSigns(text) ? compose(text, 'NFC') : text;

/**
 * The text of a value as it is meant, whatever system wrote it: without what nobody sees, with plain
 * blanks and none around it, with the plain form of letters and digits. Cheap for ASCII.
 */
export function readable(text: string): string {
	const bare = hasNoOuterBlanks(text) ? text : text.trim();
	return hasRareSigns(bare) ? compose(bare, 'NFKC').trim() : bare;
}

/** Blanks come first: mostly there is nothing else, and the rest takes five times as long. */
function compose(text: string, form: 'NFC' | 'NFKC'): string {
	const blanked = text.replace(BLANKS, ' ');
	if (!hasRareSigns(blanked)) return blanked;
	const seen = blanked.replace(INVISIBLE, '');
	return seen.length > LONGEST ? seen : seen.replace(STACKED_MARKS, '$1').normalize(form);
}

/** Whether visible signs of ASCII stand at both ends, so that there is nothing to trim. */
export const hasNoOuterBlanks = (text: string): boolean =>
	isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1));

const isVisible = (code: number): boolean => code > 0x20 && code < 0x7f;

/** The text with what nobody sees written out, such as `[U+200B]`, where that is what is wrong. */
export const showInvisible = (text: string): string =>
	hasRareSigns(text)
		? text.replace(INVISIBLE, (sign) => `[U+${codeOf(sign).padStart(4, '0')}]`)
		: text;

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase();
