import { isObject } from '../base/isObject';
import type { Person } from '../base/message';
import type { ShownValue } from '../handoff/showing';
import { textMember } from './members';

const NAMES = ['name', 'full name', 'display name', 'real name'];
const FIRST = ['first name', 'given name'];
const LAST = ['last name', 'family name', 'surname'];
const ADDRESSES = ['email', 'mail', 'email address', 'primary email'];

/** A person by name and address: `Ana Lima (ana@example.com)`. */
export function showPerson(value: unknown): ShownValue | undefined {
	const person = personIn(value);
	if (person === undefined) return undefined;
	const { name, email } = person;
	return { text: name === '' || name === email ? email : `${name} (${email})` };
}

/** Whoever an object stands for; undefined where it holds no address. */
export function personIn(value: unknown): Person | undefined {
	if (!isObject(value)) return undefined;
	const email = addressOf(value);
	if (!email.includes('@')) return undefined;
	const parts = [textMember(value, FIRST), textMember(value, LAST)].filter((part) => part !== '');
	return { name: textMember(value, NAMES) || parts.join(' '), email };
}

/** Also where there are several, of which the first counts, and inside of what Notion calls a person. */
function addressOf(object: Readonly<Record<string, unknown>>): string {
	const own = textMember(object, ADDRESSES);
	if (own !== '') return own;
	const [first] = [object.email ?? object.person].flat();
	return isObject(first) ? textMember(first, [...ADDRESSES, 'value']) : '';
}
