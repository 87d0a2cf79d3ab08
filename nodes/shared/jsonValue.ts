import { parseJson } from '../domain/base/parseJson';

/**
 * What a parameter that takes JSON holds: text when it was typed, a value when an expression gave
 * it. Blank text holds nothing; text that is not JSON stays text, for its reader to refuse.
 */
export function jsonValue(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	if (given.trim() === '') return undefined;
	const value = parseJson(given);
	return value === undefined ? given : value;
}
