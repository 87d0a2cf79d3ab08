import { ANY, complement, DIGITS, oneChar, SPACE, unite, WORD, type CharSet } from './charSet';
import type { Cursor } from './cursor';

const CLASS_ESCAPES = new Map<string, CharSet>([
	['d', DIGITS],
	['D', complement(DIGITS)],
	['w', WORD],
	['W', ANY],
	['s', SPACE],
	['S', ANY],
]);

const CONTROL_ESCAPES = new Map([
	['n', 10],
	['r', 13],
	['t', 9],
	['v', 11],
	['f', 12],
	['0', 0],
]);

const HEX = /\\(?:x([\da-f]{2})|u([\da-f]{4}))/iy;
const BRACED = /\\[pPu]\{[^}]*\}/y;
const CONTROL_LETTER = /\\c[A-Za-z]/y;

/** Reads an escape that stands for characters; what it cannot know stands for any character. */
export function readEscape(cursor: Cursor): CharSet {
	const { text, at } = cursor;
	const special = matchAt(BRACED, text, at) ?? matchAt(CONTROL_LETTER, text, at);
	if (special !== undefined) {
		cursor.at += special[0].length;
		return ANY;
	}
	const hex = matchAt(HEX, text, at);
	if (hex !== undefined) {
		cursor.at += hex[0].length;
		return exactly(Number.parseInt(hex[1] ?? hex[2] ?? '0', 16));
	}
	const sign = text[at + 1] ?? '';
	cursor.at += 2;
	const control = CONTROL_ESCAPES.get(sign);
	return CLASS_ESCAPES.get(sign) ?? exactly(control ?? sign.charCodeAt(0));
}

/** Reads `[…]` from its opening bracket to behind its closing one. */
export function readCharClass(cursor: Cursor): CharSet {
	cursor.at += 1;
	const negated = cursor.text[cursor.at] === '^';
	if (negated) cursor.at += 1;
	const sets: CharSet[] = [];
	while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== ']') {
		sets.push(readMember(cursor));
	}
	cursor.at += 1;
	if (!negated) return unite(...sets);
	return sets.some((set) => set === ANY) ? ANY : complement(unite(...sets));
}

/** One member of a class, or a range of two. */
function readMember(cursor: Cursor): CharSet {
	const from = readClassSign(cursor);
	const next = cursor.text[cursor.at + 1];
	if (cursor.text[cursor.at] !== '-' || next === ']' || next === undefined) return from;
	cursor.at += 1;
	const to = readClassSign(cursor);
	if (from === ANY || to === ANY) return ANY;
	const [low] = from[0] ?? [0];
	const [high] = to[0] ?? [0];
	return from.length === 1 && to.length === 1 && low <= high
		? [[low, high]]
		: unite(from, oneSign('-'), to);
}

function readClassSign(cursor: Cursor): CharSet {
	const sign = cursor.text[cursor.at] ?? '';
	if (sign === '\\' && cursor.text[cursor.at + 1] === 'b') {
		cursor.at += 2;
		return oneChar(8);
	}
	if (sign === '\\') return readEscape(cursor);
	cursor.at += 1;
	return exactly(sign.charCodeAt(0));
}

const oneSign = (sign: string): CharSet => oneChar(sign.charCodeAt(0));

/** Half of a character beyond 16 bits stands for any character. */
const exactly = (code: number): CharSet => (code >= 0xd800 && code <= 0xdfff ? ANY : oneChar(code));

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}
