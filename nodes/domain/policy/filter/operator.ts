import { say, type Sentence } from '../../language/sentence';
import type { TextName } from '../../language/wording';
import type { Operand, OperandType } from './operand';

/** Holds two sides against each other, both read as what the operator compares. */
type Compare = (left: Operand, right: Operand) => boolean;

/** The texts of the operators, by whether something stands on their right side. */
type OperatorText = Extract<TextName, `operator${string}`>;
type LoneText =
	| 'operatorThere'
	| 'operatorNotThere'
	| 'operatorEmpty'
	| 'operatorNotEmpty'
	| 'operatorTrue'
	| 'operatorFalse';

export interface Operator {
	/** The condition in words: `amount is at least 5`. */
	say(left: string, right: string): Sentence;
	compare: Compare;
	/** Whether nothing stands on its right side. */
	alone?: boolean;
	/** What the right side is read as, when not as the left one. */
	rightType?: OperandType | 'any';
}

export const operator = (
	code: Exclude<OperatorText, LoneText>,
	compare: Compare,
	rightType?: Operator['rightType'],
): Operator => ({ say: (left, right) => say(code, { left, right }), compare, rightType });

/** An operator with nothing on its right side. */
export const alone = (code: LoneText, compare: (left: Operand) => boolean): Operator => ({
	say: (left) => say(code, { left }),
	compare,
	alone: true,
});

export const numbers =
	(compare: (left: number, right: number) => boolean): Compare =>
	(left, right) =>
		typeof left === 'number' && typeof right === 'number' && compare(left, right);

export const texts =
	(compare: (left: string, right: string) => boolean): Compare =>
	(left = '', right = '') =>
		compare(String(left), String(right));

export function sizeOf(value: Operand): number {
	if (value === undefined) return 0;
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	return typeof value === 'object' ? Object.keys(value).length : 1;
}

export const listHolds = (list: Operand, entry: Operand): boolean =>
	Array.isArray(list) && list.includes(entry);

export const byLength = (
	code: Parameters<typeof operator>[0],
	compare: (left: number, right: number) => boolean,
): Operator => operator(code, (left, right) => numbers(compare)(sizeOf(left), right), 'number');
