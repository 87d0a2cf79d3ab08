import { HandoffProblem } from '../../base/problem';
import { ANY, complement, oneChar, type CharSet } from './charSet';
import { readCharClass, readEscape } from './charClass';
import type { Cursor } from './cursor';

/** A regular expression taken apart, as far as its running time depends on it. */
export type PatternNode =
	| { kind: 'nothing' }
	| { kind: 'character'; set: CharSet }
	| { kind: 'sequence'; parts: PatternNode[] }
	| { kind: 'choice'; options: PatternNode[] }
	| { kind: 'repeat'; body: PatternNode; min: number; max: number };

const NOTHING: PatternNode = { kind: 'nothing' };
const COUNT = /\{(\d+)(?:(,)(\d*))?\}/y;
const GROUP_START = /\((?:\?(?::|<[A-Za-z_$][\w$]*>))?/y;

/**
 * Takes a pattern apart that JavaScript has accepted.
 *
 * @throws HandoffProblem for what cannot be judged: looking ahead or behind, and back references
 */
export const parsePattern = (source: string): PatternNode => readChoice({ text: source, at: 0 });

function readChoice(cursor: Cursor): PatternNode {
	const options = [readSequence(cursor)];
	while (cursor.text[cursor.at] === '|') {
		cursor.at += 1;
		options.push(readSequence(cursor));
	}
	const [only] = options;
	return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
}

function readSequence(cursor: Cursor): PatternNode {
	const parts: PatternNode[] = [];
	while (cursor.at < cursor.text.length && !/[|)]/.test(cursor.text[cursor.at] ?? '')) {
		parts.push(readQuantifier(cursor, readAtom(cursor)));
	}
	return { kind: 'sequence', parts };
}

function readAtom(cursor: Cursor): PatternNode {
	const sign = cursor.text[cursor.at] ?? '';
	if (sign === '(') return readGroup(cursor);
	if (sign === '[') return { kind: 'character', set: readCharClass(cursor) };
	if (sign === '\\') return readEscapedAtom(cursor);
	cursor.at += 1;
	if (sign === '^' || sign === '$') return NOTHING;
	if (sign === '.') return { kind: 'character', set: complement(oneChar(10)) };
	return {
		kind: 'character',
		set: /[\ud800-\udfff]/.test(sign) ? ANY : oneChar(sign.charCodeAt(0)),
	};
}

function readEscapedAtom(cursor: Cursor): PatternNode {
	const next = cursor.text[cursor.at + 1] ?? '';
	if (/[1-9k]/.test(next)) throw refused('refers back to an earlier group');
	if (/[bB]/.test(next)) {
		cursor.at += 2;
		return NOTHING;
	}
	return { kind: 'character', set: readEscape(cursor) };
}

function readGroup(cursor: Cursor): PatternNode {
	GROUP_START.lastIndex = cursor.at;
	const start = GROUP_START.exec(cursor.text)?.[0] ?? '(';
	if (start === '(' && cursor.text[cursor.at + 1] === '?') throw refused('looks ahead or behind');
	cursor.at += start.length;
	const inner = readChoice(cursor);
	cursor.at += 1;
	return inner;
}

function readQuantifier(cursor: Cursor, body: PatternNode): PatternNode {
	const [min, max, length] = readCount(cursor);
	if (length === 0) return body;
	cursor.at += length;
	if (cursor.text[cursor.at] === '?') cursor.at += 1;
	return { kind: 'repeat', body, min, max };
}

function readCount({ text, at }: Cursor): [min: number, max: number, length: number] {
	const sign = text[at];
	if (sign === '*') return [0, Infinity, 1];
	if (sign === '+') return [1, Infinity, 1];
	if (sign === '?') return [0, 1, 1];
	COUNT.lastIndex = at;
	const match = COUNT.exec(text);
	if (match === null) return [1, 1, 0];
	const [whole, min = '0', comma, max = ''] = match;
	if (comma === undefined) return [Number(min), Number(min), whole.length];
	return [Number(min), max === '' ? Infinity : Number(max), whole.length];
}

const refused = (does: string): HandoffProblem =>
	new HandoffProblem(
		`the pattern ${does}, which can take very long on some texts`,
		'Write it without that part, or as two requirements.',
	);
