import type { Position, TemplateNode } from '../nodes/workflow';

/** Nodes of n8n that only the workflows for operations are made of. */

const CORE = 'n8n-nodes-base';

interface Placed {
	name: string;
	at: Position;
}

/** All items of the first input, then all of the second; nothing comes in by either: nothing goes on. */
export const oneAfterTheOther = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${CORE}.merge`,
	typeVersion: 3,
	parameters: { mode: 'append', numberInputs: 2 },
});

/** A Set node that replaces the item by a few fields. */
export const fields = (
	{ name, at }: Placed,
	values: Record<string, string>,
	lists: Record<string, string> = {},
): TemplateNode => ({
	name,
	at,
	type: `${CORE}.set`,
	typeVersion: 3.4,
	parameters: {
		mode: 'manual',
		assignments: {
			assignments: [...assign(values, 'string'), ...assign(lists, 'array')],
		},
		includeOtherFields: false,
		options: {},
	},
});

const assign = (values: Record<string, string>, type: string) =>
	Object.entries(values).map(([name, value]) => ({ id: name, name, value, type }));

/**
 * A Remove Duplicates node: items go on whose key no earlier execution has seen. n8n keeps the newest
 * ten thousand keys; what comes after that makes the node fail.
 */
export const notSeenBefore = ({ name, at }: Placed, key: string): TemplateNode => ({
	name,
	at,
	type: `${CORE}.removeDuplicates`,
	typeVersion: 2,
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: key,
		options: {},
	},
});

/** A condition of a Filter: that an expression is true, or that it gives a number on one side of a limit. */
export type Condition =
	{ when: string } | { when: string; atLeast: number } | { when: string; below: number };

/** A Filter node: items go on for which all of it holds. */
export const keepWhereAll = ({ name, at }: Placed, conditions: Condition[]): TemplateNode => ({
	name,
	at,
	type: `${CORE}.filter`,
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
			conditions: conditions.map((condition, index) => ({
				id: `condition-${index + 1}`,
				leftValue: condition.when,
				...compare(condition),
			})),
			combinator: 'and',
		},
		looseTypeValidation: true,
		options: {},
	},
});

function compare(condition: Condition) {
	if ('atLeast' in condition) {
		return { rightValue: condition.atLeast, operator: { type: 'number', operation: 'gte' } };
	}
	if ('below' in condition) {
		return { rightValue: condition.below, operator: { type: 'number', operation: 'lt' } };
	}
	const operator = { type: 'boolean', operation: 'true', singleValue: true };
	return { rightValue: '', operator };
}
