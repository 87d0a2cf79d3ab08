import { isPlainObject, valueInside } from './fieldObject';
import { compileMightBeOneOf } from './mightBeOneOf';
import { hasNoOuterBlanks, readable } from './readable';
import { visibleText } from './richText';

/** What people type, and systems write, to get past a required field. */
export const USUAL_PLACEHOLDERS: readonly string[] = [
	'tbd',
	'tbc',
	'tba',
	'n/a',
	'#n/a',
	'null',
	'undefined',
	'nan',
	'none selected',
	'--none--',
	'- none -',
	'[object object]',
	'#ref!',
	'#value!',
	'#name?',
	'#div/0!',
	'-',
	'--',
	'---',
	'–',
	'—',
	'?',
	'??',
	'???',
	'...',
];

/** Members that say of an entry what kind it is; alone they are no value. */
const ABOUT_THE_ENTRY: ReadonlySet<string> = new Set([
	'attributes',
	'isPrimary',
	'is_primary',
	'label',
	'primary',
	'type',
]);

/** Lists in objects in lists beyond this are taken for a value. */
const DEEPEST = 8;

/** Signs with which rich text begins that may show nothing. */
const MARKUP = ['<', '&'];

/**
 * Compiles the question whether a value says nothing: absent, null, not a number, a text in which
 * there is nothing to see, a placeholder in any case, a list of nothing but such values, an object
 * with nothing but such members.
 *
 * @param placeholders of the policy, besides the usual ones
 */
export function compileMissing(placeholders: readonly string[]): (value: unknown) => boolean {
	const isEmptyText = compileEmptyText([...USUAL_PLACEHOLDERS, ...placeholders]);
	const isMissing = (value: unknown, level: number): boolean => {
		if (value === undefined || value === null) return true;
		if (typeof value === 'string') return isEmptyText(value);
		if (typeof value === 'number') return Number.isNaN(value);
		if (typeof value !== 'object' || level > DEEPEST) return false;
		if (Array.isArray(value)) return value.every((entry) => isMissing(entry, level + 1));
		if (!isPlainObject(value)) return false;
		const inside = valueInside(value);
		if (inside !== value) return isMissing(inside, level + 1);
		return tellingMembers(value).every((member) => isMissing(member, level + 1));
	};
	return (value) => (typeof value === 'string' ? isEmptyText(value) : isMissing(value, 0));
}

function compileEmptyText(placeholders: readonly string[]): (text: string) => boolean {
	const known = new Set(placeholders.map((text) => readable(text).toLowerCase()));
	const longest = [...known].reduce((length, text) => Math.max(length, text.length), 0);
	const mightBeKnown = compileMightBeOneOf([...known, ...MARKUP]);
	return (text) => {
		if (!mightBeKnown(text)) return false;
		const markup = text.includes('<') || text.includes('&');
		if (!markup && text.length > longest && hasNoOuterBlanks(text)) return false;
		const bare = markup ? visibleText(text) : readable(text);
		return bare === '' || (bare.length <= longest && known.has(readable(bare).toLowerCase()));
	};
}

function tellingMembers(value: object): unknown[] {
	const members = Object.entries(value);
	const telling = members.filter(([name]) => !ABOUT_THE_ENTRY.has(name));
	return (telling.length > 0 ? telling : members).map(([, member]) => member);
}
