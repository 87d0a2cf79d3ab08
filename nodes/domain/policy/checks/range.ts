import { HandoffProblem } from '../../base/problem';
import { AT_ONCE, numberText, textField } from './formField';
import { say, type Sentence } from '../../language/sentence';

/** The limits in a form, the same for numbers, amounts and lists. */
export const RANGE_FIELDS = [
	textField('At Least', 'min', {
		...AT_ONCE,
		read: numberText,
		placeholder: 'e.g. 1000',
		description: 'Smallest value, least percent, or fewest entries of a list; no limit when empty',
	}),
	textField('At Most', 'max', {
		...AT_ONCE,
		read: numberText,
		description: 'Largest value, most percent, or most entries of a list; no limit when empty',
	}),
];

export interface Range {
	min?: number | undefined;
	max?: number | undefined;
}

/** @throws HandoffProblem when no number can lie in the range */
export function refuseEmptyRange({ min, max }: Range): void {
	if (min === undefined || max === undefined || min <= max) return;
	throw new HandoffProblem(
		`the smallest value ${min} is above the largest value ${max}`,
		'Exchange the two, or leave one out.',
	);
}

/** The number of a range that is said last, before what is counted. */
export const lastOf = ({ min = 0, max = min }: Range): number => max;

/** The range in words: from 1 to 10, at least 1, at most 10; undefined without limits. */
export function sayRange({ min, max }: Range): Sentence | undefined {
	if (min !== undefined && max !== undefined) {
		return min === max ? say('rangeExactly', { min }) : say('rangeBetween', { min, max });
	}
	if (min !== undefined) return say('rangeFrom', { min });
	return max === undefined ? undefined : say('rangeTo', { max });
}
