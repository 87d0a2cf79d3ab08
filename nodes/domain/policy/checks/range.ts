import { HandoffProblem } from '../../base/problem';

export interface Range {
	min?: number;
	max?: number;
}

/** @throws HandoffProblem when no number can lie in the range */
export function refuseEmptyRange({ min, max }: Range): void {
	if (min === undefined || max === undefined || min <= max) return;
	throw new HandoffProblem(
		`the smallest value ${min} is above the largest value ${max}`,
		'Exchange the two, or leave one out.',
	);
}

/** The range in words: "from 1 to 10", "at least 1", "at most 10"; empty without limits. */
export function formatRange({ min, max }: Range, unit = ''): string {
	const after = unit === '' ? '' : ` ${unit}`;
	if (min !== undefined && max !== undefined) {
		return min === max ? `exactly ${min}${after}` : `from ${min} to ${max}${after}`;
	}
	if (min !== undefined) return `at least ${min}${after}`;
	return max === undefined ? '' : `at most ${max}${after}`;
}

/** Joins the parts that say something. */
export const sentence = (...parts: string[]): string =>
	parts.filter((part) => part !== '').join(' ');
