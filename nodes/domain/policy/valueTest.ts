import type { CheckContext } from './checks/check';
import { compileContainsTest, compileHasEntry, type PassesTest } from './entryTest';
import { compileMightBeOneOf } from './mightBeOneOf';
import { oneValue } from './oneValue';
import { isAnswerWord, readAnswer } from './readAnswer';
import { readNumber } from './readNumber';
import { plainValue } from './sameValue';

/** What a value is held against in a condition. */
export interface ValueTest {
	equals?: string | number | boolean;
	oneOf?: Array<string | number | boolean>;
	atLeast?: number;
	atMost?: number;
	contains?: string;
	hasEntry?: string | number | boolean;
}

/** Compiles a test of the one value that a field holds, or of the entries of a list. */
export function compileValueTest(
	test: ValueTest,
): (value: unknown, context: CheckContext) => boolean | undefined {
	if (test.hasEntry !== undefined) return compileHasEntry(compileEquals(test.hasEntry));
	if (test.contains !== undefined) return compileContainsTest(test.contains);
	const passes = compileTest(test);
	return (value, { isMissing }) =>
		passes(typeof value === 'object' ? oneValue(value, isMissing) : value);
}

function compileTest({ equals, oneOf, atLeast, atMost }: ValueTest): PassesTest {
	if (equals !== undefined) return compileEquals(equals);
	if (oneOf !== undefined) {
		const tests = oneOf.map(compileEquals);
		return (value) => {
			const found = tests.map((passes) => passes(value));
			return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
		};
	}
	const least = atLeast ?? -Infinity;
	const most = atMost ?? Infinity;
	return (value) => {
		const number = readNumber(value);
		return typeof number === 'number' ? number >= least && number <= most : undefined;
	};
}

function compileEquals(wanted: string | number | boolean): PassesTest {
	if (typeof wanted === 'boolean') return answers(wanted);
	if (typeof wanted === 'number') return isNumber(wanted);
	const plain = plainValue(wanted, false);
	const mightBeWanted = compileMightBeOneOf([wanted]);
	const isSame: PassesTest = (value) => {
		if (value === wanted) return true;
		if (typeof value === 'string' && !mightBeWanted(value)) return false;
		const own = plainValue(value, false);
		return own === undefined ? undefined : own === plain;
	};
	if (!isAnswerWord(wanted)) return isSame;
	const isAnswer = answers(readAnswer(wanted) === true);
	return (value) => isAnswer(value) ?? isSame(value);
}

const answers =
	(wanted: boolean): PassesTest =>
	(value) => {
		const answer = readAnswer(value);
		return answer === undefined ? undefined : answer === wanted;
	};

/** A text without any digit is another value, one with digits may be the number in other words. */
const isNumber =
	(wanted: number): PassesTest =>
	(value) => {
		const number = readNumber(value);
		if (typeof number === 'number') return number === wanted;
		if (typeof value === 'boolean') return readAnswer(wanted) === value;
		return typeof value === 'string' && !/\d/.test(value) ? false : undefined;
	};
