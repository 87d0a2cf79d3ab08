import { readable } from './readable';

/**
 * One form for values that mean the same in different systems: `5`, `"5"` and `" 5 "`, or `true`
 * and `"true"`. Undefined for lists and objects, which are equal to nothing.
 */
export function plainValue(value: unknown, matchCase: boolean): string | undefined {
	if (typeof value === 'string') return matchCase ? readable(value) : readable(value).toLowerCase();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return undefined;
}
