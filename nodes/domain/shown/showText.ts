import { isObject } from '../base/isObject';
import type { ShownValue } from '../handoff/showing';
import { visibleText } from '../policy/richText';
import { textMember } from './members';

const NAMES = ['name', 'title', 'label', 'display name'];

/** What a reader sees of a text that may be rich text; of an object, how it is called. */
export function showText(value: unknown): ShownValue | undefined {
	if (typeof value === 'string') return { text: seenInText(value) };
	if (!isObject(value)) return undefined;
	const name = textMember(value, NAMES);
	return name === '' ? undefined : { text: seenInText(name) };
}

/** A text without tags; a picture in it is a sign. */
export const seenInText = (text: string): string => visibleText(text).replaceAll('\ufffc', '▣');
