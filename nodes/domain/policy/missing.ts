import { compileMightBeOneOf } from './mightBeOneOf';
import { hasNoOuterBlanks } from './trimmed';

/** What people type to get past a required field. */
export const DEFAULT_PLACEHOLDERS = ['tbd', 'n/a', '-', '?'];

/**
 * Compiles the question whether a value says nothing: absent, null, empty or blank text, a
 * placeholder in any case, not a number, an empty object, or a list of nothing but such values.
 */
export function compileMissing(placeholders: readonly string[]): (value: unknown) => boolean {
	const known = new Set(placeholders.map((text) => text.trim().toLowerCase()));
	const longest = [...known].reduce((length, text) => Math.max(length, text.length), 0);
	const mightBeKnown = compileMightBeOneOf(known);
	const isEmptyText = (text: string): boolean => {
		if (!mightBeKnown(text) || (text.length > longest && hasNoOuterBlanks(text))) return false;
		const bare = text.trim();
		if (bare === '') return true;
		return bare.length <= longest && known.has(bare.toLowerCase());
	};
	const isMissing = (value: unknown): boolean => {
		if (value === undefined || value === null) return true;
		if (typeof value === 'string') return isEmptyText(value);
		if (typeof value === 'number') return Number.isNaN(value);
		if (typeof value !== 'object') return false;
		if (Array.isArray(value))
			return value.every((entry) => !Array.isArray(entry) && isMissing(entry));
		return Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length === 0;
	};
	return isMissing;
}
