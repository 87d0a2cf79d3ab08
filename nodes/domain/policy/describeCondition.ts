import { compileCheck } from './checks/checks';
import type { Condition } from './condition';

/** A condition in words: `amount is at least 10000 and stage is won or lost`. */
export function describeCondition(condition: Condition): string {
	const { all, any, not } = condition;
	if (all !== undefined) return join(all, ' and ');
	if (any !== undefined) return join(any, ' or ');
	if (not !== undefined) return `it is not so that ${describeCondition(not)}`;
	return `${condition.field} ${describeTest(condition)}`;
}

const join = (conditions: readonly Condition[], word: string): string => {
	const parts = conditions.map(describeCondition);
	return parts.length === 1 ? parts.join() : `(${parts.join(word)})`;
};

function describeTest({ equals, oneOf, present, atLeast, atMost, check }: Condition): string {
	if (equals !== undefined) return `is ${equals}`;
	if (oneOf !== undefined) return `is ${oneOf.join(' or ')}`;
	if (present !== undefined) return present ? 'is filled in' : 'is missing';
	if (atLeast !== undefined) return `is at least ${atLeast}`;
	if (atMost !== undefined) return `is at most ${atMost}`;
	return check === undefined ? '' : `is ${compileCheck(check).expected}`;
}
