import { parseJson } from '../base/parseJson';
import { valueInside } from './fieldObject';
import { readable } from './readable';

/** What stands between several values in one text, where the policy does not say. */
const USUAL_SEPARATORS = [';', '\n'];

/**
 * The entries of a list, or of a text: written as JSON, or with something between them. What stands
 * before the first separator or behind the last one and is empty is no entry.
 *
 * @param separator what stands between the entries of a text, where the policy says it
 * @returns undefined when the value is neither a list nor a text
 */
export function readList(value: unknown, separator?: string): readonly unknown[] | undefined {
	const held = valueInside(value);
	if (Array.isArray(held)) return held;
	if (typeof held !== 'string') return undefined;
	const text = readable(held);
	const listed = text.startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(listed)) return listed;
	const usual = USUAL_SEPARATORS.find((sign) => text.includes(sign));
	const between = separator?.normalize('NFKC') ?? usual ?? '\n';
	const entries = text.split(between).map((entry) => entry.trim());
	const filled = entries.map((entry) => entry !== '');
	return entries.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}
