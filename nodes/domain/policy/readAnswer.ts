import { isObject } from '../base/isObject';
import { parseJson } from '../base/parseJson';
import { valueInside } from './fieldObject';
import { plainValue } from './sameValue';

/** How systems and people of the six languages write yes and no. */
const YES = [
	...['true', 'yes', 'y', 't', '1', 'on', 'checked', '✓', '✔', '☑', '✅'],
	...['ja', 'j', 'wahr', 'an'],
	...['oui', 'o', 'vrai'],
	...['sí', 'si', 's', 'verdadero'],
	...['waar', 'aan'],
	...['sim', 'verdadeiro'],
];
const NO = [
	...['false', 'no', 'n', 'f', '0', 'off', 'unchecked', '☐', '✗', '✘', '❌'],
	...['nein', 'falsch', 'aus'],
	...['non', 'faux'],
	...['falso'],
	...['nee', 'onwaar', 'uit'],
	...['não', 'nao'],
];

const ANSWERS = new Map([
	...YES.map((word) => [word, true] as const),
	...NO.map((word) => [word, false] as const),
]);

/** Whether a value means yes or no, in words, digits or a box; undefined when it says neither. */
export function readAnswer(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const said = ANSWERS.get(plainValue(value, false) ?? '');
	return said ?? (typeof value === 'string' ? readBox(value) : undefined);
}

/** A box as monday.com keeps it: an object written as text, such as `{"checked":"true"}`. */
function readBox(text: string): boolean | undefined {
	const box = text.startsWith('{') && text.length < 1000 ? parseJson(text) : undefined;
	const inside = isObject(box) ? valueInside(box) : undefined;
	return typeof inside === 'object'
		? undefined
		: inside === undefined
			? undefined
			: readAnswer(inside);
}

/** Whether a text is a word for yes or no, and not only a sign that may stand for one. */
export const isAnswerWord = (text: string): boolean =>
	text.length > 1 && readAnswer(text) !== undefined;
