import type { OperandType } from './operand';
import {
	type Operator,
	alone,
	operator,
	numbers,
	texts,
	sizeOf,
	listHolds,
	byLength,
} from './operator';

const PRESENCE = {
	exists: alone('operatorThere', (left) => left !== undefined),
	notExists: alone('operatorNotThere', (left) => left === undefined),
};

const EQUALITY = {
	equals: operator('operatorIs', (left, right) => left === right),
	notEquals: operator('operatorIsNot', (left, right) => left !== right),
};

const EMPTINESS = {
	empty: alone('operatorEmpty', (left) => sizeOf(left) === 0),
	notEmpty: alone('operatorNotEmpty', (left) => sizeOf(left) > 0),
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
			'operatorIs',
			texts((left, right) => left === right),
		),
		notEquals: operator(
			'operatorIsNot',
			texts((left, right) => left !== right),
		),
		contains: operator(
			'operatorContains',
			texts((left, right) => left.includes(right)),
		),
		notContains: operator(
			'operatorNotContains',
			texts((left, right) => !left.includes(right)),
		),
		startsWith: operator(
			'operatorStarts',
			texts((left, right) => left.startsWith(right)),
		),
		notStartsWith: operator(
			'operatorNotStarts',
			texts((left, right) => !left.startsWith(right)),
		),
		endsWith: operator(
			'operatorEnds',
			texts((left, right) => left.endsWith(right)),
		),
		notEndsWith: operator(
			'operatorNotEnds',
			texts((left, right) => !left.endsWith(right)),
		),
	},
	number: {
		...PRESENCE,
		...EMPTINESS,
		...EQUALITY,
		gt: operator(
			'operatorAbove',
			numbers((left, right) => left > right),
		),
		lt: operator(
			'operatorBelow',
			numbers((left, right) => left < right),
		),
		gte: operator(
			'operatorAtLeast',
			numbers((left, right) => left >= right),
		),
		lte: operator(
			'operatorAtMost',
			numbers((left, right) => left <= right),
		),
	},
	dateTime: {
		...PRESENCE,
		...EMPTINESS,
		equals: operator(
			'operatorIs',
			numbers((left, right) => left === right),
		),
		notEquals: operator(
			'operatorIsNot',
			numbers((left, right) => left !== right),
		),
		after: operator(
			'operatorAfter',
			numbers((left, right) => left > right),
		),
		before: operator(
			'operatorBefore',
			numbers((left, right) => left < right),
		),
		afterOrEquals: operator(
			'operatorNotBefore',
			numbers((left, right) => left >= right),
		),
		beforeOrEquals: operator(
			'operatorNotAfter',
			numbers((left, right) => left <= right),
		),
	},
	boolean: {
		...PRESENCE,
		...EMPTINESS,
		...EQUALITY,
		true: alone('operatorTrue', (left) => left === true),
		false: alone('operatorFalse', (left) => left === false),
	},
	array: {
		...PRESENCE,
		...EMPTINESS,
		contains: operator('operatorContains', listHolds, 'any'),
		notContains: operator('operatorNotContains', (left, right) => !listHolds(left, right), 'any'),
		lengthEquals: byLength('operatorHasAsMany', (left, right) => left === right),
		lengthNotEquals: byLength('operatorHasNotAsMany', (left, right) => left !== right),
		lengthGt: byLength('operatorHasMore', (left, right) => left > right),
		lengthLt: byLength('operatorHasFewer', (left, right) => left < right),
		lengthGte: byLength('operatorHasAtLeast', (left, right) => left >= right),
		lengthLte: byLength('operatorHasAtMost', (left, right) => left <= right),
	},
	object: { ...PRESENCE, ...EMPTINESS },
};
