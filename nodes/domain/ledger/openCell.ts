import { isObject } from '../base/isObject';
import { parseJson } from '../base/parseJson';
import type { GivenReason } from '../handoff/decision';
import { cleanLine } from '../base/plainText';

/** What a cell holds, and whether all of it could be read. */
export interface Opened<Content> {
	content: Content;
	readable: boolean;
}

const LONGEST_TEXT = 500;

const NO_LIST: readonly string[] = [];
const NO_REASONS: readonly GivenReason[] = [];
const NO_DATA: Readonly<Record<string, unknown>> = {};

/** Opens a cell with a list of texts, as JSON text or as the list itself. */
export function openList(cell: unknown): Opened<readonly string[]> {
	if (isEmpty(cell, '[]')) return { content: NO_LIST, readable: true };
	const parsed = parse(cell);
	if (!Array.isArray(parsed)) return { content: NO_LIST, readable: false };
	const texts = parsed.filter(isText).map(tidy);
	return { content: texts, readable: texts.length === parsed.length };
}

/** Opens a cell with the reasons of a return. */
export function openReasons(cell: unknown): Opened<readonly GivenReason[]> {
	if (isEmpty(cell, '[]')) return { content: NO_REASONS, readable: true };
	const parsed = parse(cell);
	if (!Array.isArray(parsed)) return { content: NO_REASONS, readable: false };
	const reasons = parsed.flatMap(readReason);
	return { content: reasons, readable: reasons.length === parsed.length };
}

/** Opens a cell with an object. */
export function openObject(cell: unknown): Opened<Readonly<Record<string, unknown>>> {
	if (isEmpty(cell, '{}')) return { content: NO_DATA, readable: true };
	const parsed = parse(cell);
	return isObject(parsed)
		? { content: parsed, readable: true }
		: { content: NO_DATA, readable: false };
}

const isEmpty = (cell: unknown, empty: string): boolean =>
	cell === undefined || cell === null || cell === '' || cell === empty;

const parse = (cell: unknown): unknown => (typeof cell === 'string' ? parseJson(cell) : cell);

function readReason(value: unknown): GivenReason[] {
	if (!isObject(value) || !isText(value.code) || value.code === '') return [];
	const { code, label, note, field } = value;
	return [
		{
			code: tidy(code),
			label: isText(label) && label !== '' ? tidy(label) : tidy(code),
			note: isText(note) ? note : '',
			...(isText(field) && field !== '' && { field: tidy(field) }),
		},
	];
}

const tidy = (text: string): string =>
	text.length > LONGEST_TEXT || /[\p{Cc}\p{Cf}]/u.test(text)
		? cleanLine(text.slice(0, LONGEST_TEXT))
		: text;

const isText = (value: unknown): value is string => typeof value === 'string';
