import type { OperandType } from './operand';
import { type Operator, operator, numbers, texts, sizeOf, listHolds, byLength } from './operator';

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
		contains: operator('contains', listHolds, { rightType: 'any' }),
		notContains: operator('does not contain', (left, right) => !listHolds(left, right), {
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
