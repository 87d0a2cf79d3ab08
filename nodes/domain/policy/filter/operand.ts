import { DateTime } from 'luxon';
import { z } from 'zod';
import { compilePath, type ReadRecord } from '../../base/record';
import { parsePath } from '../../base/parsePath';
import { TWO_WAYS } from '../decimalText';
import { readNumber } from '../readNumber';
import { seenText } from '../readable';
import { plainValue } from '../sameValue';
import { say, type Sentence } from '../../language/sentence';
import type { TextName } from '../../language/wording';
import { isObject } from '../../base/isObject';
import { parseJson } from '../../base/parseJson';

export const operandTypeSchema = z.enum([
	'array',
	'boolean',
	'dateTime',
	'number',
	'object',
	'string',
]);
export type OperandType = z.infer<typeof operandTypeSchema>;

const TYPES = {
	any: 'typeText',
	array: 'typeList',
	boolean: 'typeYesOrNo',
	dateTime: 'typeTime',
	number: 'typeNumber',
	object: 'typeObject',
	string: 'typeText',
} as const satisfies Record<OperandType | 'any', TextName>;

/** A type in words. */
export const sayType = (type: OperandType | 'any'): Sentence => say(TYPES[type]);

/** A value of the type that is compared; undefined for none. */
export type Operand = string | number | boolean | unknown[] | object | undefined;

/** What stands for a value that is there but not of the type. */
export const UNREADABLE = Symbol('unreadable');

/** A path in which nothing could be meant as a calculation; other names stand in quotes. */
const PLAIN_PATH = /^\s*[\p{L}\p{N}_$.?[\]]*\s*$/u;
const QUOTED = /(?<=\[\s*)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?=\s*\])/g;

/** The entry of a list by what it is, such as `[primary=true]`; no comparison of JavaScript. */
const ENTRY = /\[[^"'=<>![\]]+=(?:\s*"(?:[^"\\]|\\.)*"|\s*'(?:[^'\\]|\\.)*'|[^"'=[\]]+)\s*\]/g;

const PLACE = /^=?\s*\{\{([\s\S]*)\}\}\s*$/;

/** Whether a side of a condition is a field, such as `{{ $json.amount }}`, or calculates something. */
export function classifySide(side: unknown): 'field' | 'value' | 'calculation' {
	if (typeof side !== 'string' || !side.includes('{{')) return 'value';
	const inside = PLACE.exec(side)?.[1] ?? '+';
	if (parsePath(side) === undefined) return 'calculation';
	const plain = inside.replace(ENTRY, '').replace(QUOTED, '');
	return PLAIN_PATH.test(plain) ? 'field' : 'calculation';
}

/** Reads a side of a condition: a field of the record, or the value as it is written. */
export function compileSide(side: unknown): ReadRecord {
	if (classifySide(side) === 'field') return compilePath(String(side));
	const value = typeof side === 'string' ? side.replace(/^=/, '') : side;
	return () => value;
}

type ReadOperand = (value: unknown) => Operand | typeof UNREADABLE;

const parsed = (value: unknown, isRight: (value: unknown) => value is object): Operand => {
	const document = typeof value === 'string' ? parseJson(value) : value;
	return isRight(document) ? document : undefined;
};

const ANSWERS = new Map([
	['true', true],
	['1', true],
	['false', false],
	['0', false],
]);

/** How a value is read as a type; undefined when it is not of that type. */
const READERS: Record<OperandType, (value: unknown) => Operand> = {
	array: (value) => parsed(value, Array.isArray),
	object: (value) => parsed(value, isObject),
	string: (value) => (typeof value === 'object' ? undefined : seenText(String(value))),
	// As n8n's own filter reads it: a point is the decimal sign.
	number: (value) => numberOf(value),
	boolean: (value) => ANSWERS.get(plainValue(value, false) ?? ''),
	dateTime: readTime,
};

function readTime(value: unknown): number | undefined {
	if (value instanceof Date) return finite(value.getTime());
	if (typeof value === 'number') return finite(value);
	if (typeof value !== 'string') {
		return DateTime.isDateTime(value) ? finite(value.toMillis()) : undefined;
	}
	const time = DateTime.fromISO(value.trim().replace(' ', 'T'), { zone: 'UTC' });
	return time.isValid ? time.toMillis() : undefined;
}

function numberOf(value: unknown): number | undefined {
	const number = readNumber(value) === TWO_WAYS ? Number(value) : readNumber(value);
	return typeof number === 'number' ? finite(number) : undefined;
}

const finite = (number: number): number | undefined =>
	Number.isFinite(number) ? number : undefined;

const isOperand = (value: unknown): value is string | number | boolean =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const JAVASCRIPT_TYPES: Partial<Record<OperandType, string>> = {
	boolean: 'boolean',
	number: 'number',
	string: 'string',
};

/**
 * Compiles the reading of a side as the type that is compared.
 *
 * @param strict whether numbers, texts and answers count only when they are of that type already
 */
export function compileOperand(type: OperandType | 'any', strict: boolean): ReadOperand {
	if (type === 'any') return (value) => (isOperand(value) ? value : undefined);
	const read = READERS[type];
	const wanted = strict ? JAVASCRIPT_TYPES[type] : undefined;
	return (value) => {
		const blank = type !== 'string' && typeof value === 'string' && value.trim() === '';
		if (value === undefined || value === null || blank || Number.isNaN(value)) return undefined;
		if (wanted !== undefined && typeof value !== wanted) return UNREADABLE;
		return read(value) ?? UNREADABLE;
	};
}
