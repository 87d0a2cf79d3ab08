import type { Operand, OperandType } from './operand';

/** Holds two sides against each other, both read as what the operator compares. */
type Compare = (left: Operand, right: Operand) => boolean;

export interface Operator {
	/** As part of a sentence: “is at least”. */
	words: string;
	compare: Compare;
	/** Whether nothing stands on its right side. */
	alone?: boolean;
	/** What the right side is read as, when not as the left one. */
	rightType?: OperandType | 'any';
}

export const operator = (
	words: string,
	compare: Compare,
	more: Partial<Operator> = {},
): Operator => ({
	words,
	compare,
	...more,
});

export const numbers =
	(compare: (left: number, right: number) => boolean): Compare =>
	(left, right) =>
		typeof left === 'number' && typeof right === 'number' && compare(left, right);

export const texts =
	(compare: (left: string, right: string) => boolean): Compare =>
	(left = '', right = '') =>
		compare(String(left), String(right));

const lengths = (compare: (left: number, right: number) => boolean): Operator['compare'] =>
	numbers(compare);

export function sizeOf(value: Operand): number {
	if (value === undefined) return 0;
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	return typeof value === 'object' ? Object.keys(value).length : 1;
}

export const listHolds = (list: Operand, entry: Operand): boolean =>
	Array.isArray(list) && list.includes(entry);

export const byLength = (
	words: string,
	compare: (left: number, right: number) => boolean,
): Operator =>
	operator(words, (left, right) => lengths(compare)(sizeOf(left), right), { rightType: 'number' });
