import type { ShownAs } from '../handoff/showing';
import { isObject } from '../base/isObject';
import { addressIn } from './showLink';
import { personIn } from './showPerson';

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const LONGEST_TIME = 40;
const ADDRESS = /^https?:\/\/\S+$/i;

/** What a value surely is, where nobody says it: a number may be anything, so it stays as it is. */
export function looksLike(value: unknown): Exclude<ShownAs, 'number' | 'money'> {
	if (typeof value === 'boolean') return 'yesNo';
	if (typeof value === 'string') return textLooksLike(value.trim());
	if (Array.isArray(value)) return 'list';
	if (!isObject(value)) return 'text';
	if (personIn(value) !== undefined) return 'person';
	return addressIn(value) === undefined ? 'text' : 'link';
}

function textLooksLike(text: string): 'date' | 'link' | 'text' | 'time' {
	if (text.length <= LONGEST_TIME) {
		if (DAY.test(text)) return 'date';
		if (TIME.test(text)) return 'time';
	}
	return ADDRESS.test(text) ? 'link' : 'text';
}
