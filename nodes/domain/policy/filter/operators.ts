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

const operator = (words: string, compare: Compare, more: Partial<Operator> = {}): Operator => ({
	words,
	compare,
	...more,
});

const numbers =
	(compare: (left: number, right: number) => boolean): Compare =>
	(left, right) =>
		typeof left === 'number' && typeof right === 'number' && compare(left, right);

const texts =
	(compare: (left: string, right: string) => boolean): Compare =>
	(left = '', right = '') =>
		compare(String(left), String(right));

const lengths = (compare: (left: number, right: number) => boolean): Operator['compare'] =>
	numbers(compare);

const alone = { alone: true };

const PRESENCE = {
	exists: operator('is there', (left) => left !== undefined, alone),
	notExists: operator('is not there', (left) => left === undefined, alone),
};

const EQUALITY = {
	equals: operator('is', (left, right) => left === right),
	notEquals: operator('is not', (left, right) => left !== right),
};

const EMPTINESS = {
	empty: operator('is empty', (left) => sizeOf(left) === 0, alone),
	notEmpty: operator('is not empty', (left) => sizeOf(left) > 0, alone),
};

function sizeOf(value: Operand): number {
	if (value === undefined) return 0;
	if (typeof value === 'string' || Array.isArray(value)) return value.length;
	return typeof value === 'object' ? Object.keys(value).length : 1;
}

const holds = (list: Operand, entry: Operand): boolean =>
	Array.isArray(list) && list.includes(entry);

const byLength = (words: string, compare: (left: number, right: number) => boolean): Operator =>
	operator(words, (left, right) => lengths(compare)(sizeOf(left), right), { rightType: 'number' });

/**
 * The operators of n8n's filter by the type that they compare, under n8n's own names. Searching by
 * regular expression is left out: the check `text` does it with patterns that cannot hang the flow.
 */
export const OPERATORS: Record<OperandType, Readonly<Record<string, Operator>>> = {
	string: {
		...PRESENCE,
		...EMPTINESS,
		equals: operator(
			'is',
			texts((left, right) => left === right),
		),
		notEquals: operator(
			'is not',
			texts((left, right) => left !== right),
		),
		contains: operator(
			'contains',
			texts((left, right) => left.includes(right)),
		),
		notContains: operator(
			'does not contain',
			texts((left, right) => !left.includes(right)),
		),
		startsWith: operator(
			'starts with',
			texts((left, right) => left.startsWith(right)),
		),
		notStartsWith: operator(
			'does not start with',
			texts((left, right) => !left.startsWith(right)),
		),
		endsWith: operator(
			'ends with',
			texts((left, right) => left.endsWith(right)),
		),
		notEndsWith: operator(
			'does not end with',
			texts((left, right) => !left.endsWith(right)),
		),
	},
	number: {
		...PRESENCE,
		...EMPTINESS,
		...EQUALITY,
		gt: operator(
			'is above',
			numbers((left, right) => left > right),
		),
		lt: operator(
			'is below',
			numbers((left, right) => left < right),
		),
		gte: operator(
			'is at least',
			numbers((left, right) => left >= right),
		),
		lte: operator(
			'is at most',
			numbers((left, right) => left <= right),
		),
	},
	dateTime: {
		...PRESENCE,
		...EMPTINESS,
		equals: operator(
			'is',
			numbers((left, right) => left === right),
		),
		notEquals: operator(
			'is not',
			numbers((left, right) => left !== right),
		),
		after: operator(
			'is after',
			numbers((left, right) => left > right),
		),
		before: operator(
			'is before',
			numbers((left, right) => left < right),
		),
		afterOrEquals: operator(
			'is not before',
			numbers((left, right) => left >= right),
		),
		beforeOrEquals: operator(
			'is not after',
			numbers((left, right) => left <= right),
		),
	},
	boolean: {
		...PRESENCE,
		...EMPTINESS,
		...EQUALITY,
		true: operator('is true', (left) => left === true, alone),
		false: operator('is false', (left) => left === false, alone),
	},
	array: {
		...PRESENCE,
		...EMPTINESS,
		contains: operator('contains', holds, { rightType: 'any' }),
		notContains: operator('does not contain', (left, right) => !holds(left, right), {
			rightType: 'any',
		}),
		lengthEquals: byLength('has as many entries as', (left, right) => left === right),
		lengthNotEquals: byLength('has not as many entries as', (left, right) => left !== right),
		lengthGt: byLength('has more entries than', (left, right) => left > right),
		lengthLt: byLength('has fewer entries than', (left, right) => left < right),
		lengthGte: byLength('has at least as many entries as', (left, right) => left >= right),
		lengthLte: byLength('has at most as many entries as', (left, right) => left <= right),
	},
	object: { ...PRESENCE, ...EMPTINESS },
};
