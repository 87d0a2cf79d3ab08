import { compilePath } from '../base/record';
import { parsePath } from '../base/parsePath';
import { formatValue } from './formatValue';
import { oneValue } from './oneValue';
import { readable } from './readable';

/** Gives a text for a record; empty when the record holds nothing for it. */
export type ReadText = (record: unknown) => string;

const LONGEST = 2000;
const PLACE = /\{\{([^{}]*)\}\}/g;

/**
 * Compiles a text with places for fields, such as `https://crm.example/deals/{{id}}`. A place for
 * which the record holds nothing becomes empty.
 */
export function compileText(text: string): ReadText {
	const parts = text.split(PLACE);
	if (parts.length === 1) return () => text;
	const readers = parts.map((part, index) =>
		index % 2 === 0 ? () => part : textAtPath(part.trim()),
	);
	return (record) => readers.map((read) => read(record)).join('');
}

/** Compiles what names a value: a field path, or a text with places for fields. */
export const compilePathOrText = (text: string): ReadText =>
	isComposed(text) ? compileText(text) : textAtPath(text);

/**
 * Compiles what tells a record from others. Only a text or a number does, also in a list of one or in
 * a field object: what is written of any other list or object could be the same for two records.
 */
export const compileId = (text: string): ReadText =>
	isComposed(text) ? compileText(text) : textAtPath(text, plainId);

function plainId(value: unknown): unknown {
	const one = oneValue(value, isNothing);
	return typeof one === 'string' || typeof one === 'number' ? one : undefined;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** An address is a text when it holds its sign (`@` or `://`), else the path of a field. */
export const compileAddress = (text: string): ReadText =>
	/@|:\/\//.test(text) ? compileText(text) : compilePathOrText(text);

/** The field paths that such a text reads, so that a digest can cover them. */
export function pathsIn(text: string, bareIs: 'path' | 'text'): string[] {
	const places = [...text.matchAll(PLACE)].map(([, path = '']) => path.trim());
	if (places.length > 0 || bareIs === 'text') return places;
	return parsePath(text) === undefined ? [] : [text];
}

const isComposed = (text: string): boolean => text.includes('{{') && !isOnePlace(text);

const isOnePlace = (text: string): boolean => /^\s*\{\{[^{}]*\}\}\s*$/.test(text);

function textAtPath(path: string, pick = (value: unknown): unknown => value): ReadText {
	const read = compilePath(path);
	return (record) => readable(formatValue(pick(read(record)), LONGEST));
}
