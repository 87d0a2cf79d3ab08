/** A text somewhere in a value, with the way to it. */
export interface PlacedText {
	at: string;
	text: string;
}

/** Every text in a value, at any depth, in the order of the file. */
export function textsIn(value: unknown, at: string): PlacedText[] {
	if (typeof value === 'string') return [{ at, text: value }];
	if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${at}[${index}]`));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${at}.${key}`));
}

const PLACEHOLDER = /<__PLACEHOLDER_VALUE__(.*?)__>/g;

/** What the placeholders of a text ask for, in their words. */
export const placeholdersIn = (text: string): string[] =>
	[...text.matchAll(PLACEHOLDER)].map(([, words = '']) => words);
