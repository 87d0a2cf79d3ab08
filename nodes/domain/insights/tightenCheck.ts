import type { Requirement } from '../policy/policy';

type Check = Requirement['check'];

/** A text this long says more than a word put in to get past the gate. A start, to be talked about. */
const TELLING_LENGTH = 20;

/**
 * A check that asks for more than another one: a bare presence becomes a text that says something, a
 * text becomes longer, a list has one more. Undefined where only people can say what more would be.
 */
export function tightenCheck(check: Check): Check | undefined {
	if (check.kind === 'present') {
		return { kind: 'text', minLength: TELLING_LENGTH, ignoreCase: false };
	}
	if (check.kind === 'text') {
		const minLength = Math.max(TELLING_LENGTH, (check.minLength ?? 0) * 2);
		return minLength > (check.maxLength ?? Infinity) ? undefined : { ...check, minLength };
	}
	if (check.kind === 'list') {
		const min = (check.min ?? 0) + 1;
		return min > (check.max ?? Infinity) ? undefined : { ...check, min };
	}
	return undefined;
}
