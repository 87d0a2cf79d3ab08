import type { CheckSurroundings } from './checks/check';
import { compileCheck } from './checks/checks';
import type { Condition } from './condition';
import { inEnglish } from '../language/sentence';

/** A condition in words: `amount is at least 10000 and stage is won or lost`. */
export function formatCondition(condition: Condition, around: CheckSurroundings): string {
	const { all, any, not } = condition;
	if (all !== undefined) return join(all, ' and ', around);
	if (any !== undefined) return join(any, ' or ', around);
	if (not !== undefined) return `it is not so that ${formatCondition(not, around)}`;
	return `${condition.field} ${formatTest(condition, around)}`;
}

const join = (
	conditions: readonly Condition[],
	word: string,
	around: CheckSurroundings,
): string => {
	const parts = conditions.map((part) => formatCondition(part, around));
	return parts.length === 1 ? parts.join() : `(${parts.join(word)})`;
};

function formatTest(condition: Condition, around: CheckSurroundings): string {
	const { equals, oneOf, contains, hasEntry, present, atLeast, atMost, check } = condition;
	if (equals !== undefined) return `is ${equals}`;
	if (oneOf !== undefined) return `is ${oneOf.join(' or ')}`;
	if (contains !== undefined) return `contains “${contains}”`;
	if (hasEntry !== undefined) return `has the entry ${hasEntry}`;
	if (present !== undefined) return present ? 'is filled in' : 'is missing';
	if (atLeast !== undefined) return `is at least ${atLeast}`;
	if (atMost !== undefined) return `is at most ${atMost}`;
	return check === undefined ? '' : `is ${inEnglish(compileCheck(check, around).expected)}`;
}
