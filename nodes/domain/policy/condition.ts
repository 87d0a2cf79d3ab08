import { z } from 'zod';
import { checkSchema, compileCheck, type CheckSettings } from './checks/checks';
import { NOWHERE, type CheckContext, type CheckSurroundings } from './checks/check';
import { closedObject } from '../base/closedObject';
import { compileField, readCompiledField } from '../base/record';
import { fieldPathSchema } from '../base/fieldPath';
import { compileMightBeOneOf } from './mightBeOneOf';
import { readNumber } from './readNumber';
import { plainValue } from './sameValue';

type Scalar = string | number | boolean;

/** When a requirement applies: one test of one field, or several joined. */
export interface Condition {
	all?: Condition[];
	any?: Condition[];
	not?: Condition;
	field?: string;
	equals?: Scalar;
	oneOf?: Scalar[];
	present?: boolean;
	atLeast?: number;
	atMost?: number;
	check?: CheckSettings;
}

const JOINS = ['all', 'any', 'not'] as const;
const TESTS = ['equals', 'oneOf', 'present', 'atLeast', 'atMost', 'check'] as const;

const scalarSchema = z.union([z.string(), z.number(), z.boolean()], {
	errorMap: () => ({ message: 'must be a text, a number, true or false' }),
});

export const conditionSchema: z.ZodType<Condition, z.ZodTypeDef, unknown> = z.lazy(() =>
	closedObject({
		all: z.array(conditionSchema).min(1).optional(),
		any: z.array(conditionSchema).min(1).optional(),
		not: conditionSchema.optional(),
		field: fieldPathSchema.optional(),
		equals: scalarSchema.optional(),
		oneOf: z.array(scalarSchema).min(1).optional(),
		present: z.boolean().optional(),
		atLeast: z.number().optional(),
		atMost: z.number().optional(),
		check: checkSchema.optional(),
	}).superRefine((condition, context) => {
		const message = shapeProblem(condition);
		if (message !== undefined) context.addIssue({ code: 'custom', message });
	}),
);

function shapeProblem(condition: Condition): string | undefined {
	const joins = JOINS.filter((key) => condition[key] !== undefined);
	const tests = TESTS.filter((key) => condition[key] !== undefined);
	if (joins.length === 1 && tests.length === 0 && condition.field === undefined) return undefined;
	if (joins.length === 0 && tests.length === 1 && condition.field !== undefined) return undefined;
	return `needs a field and one of ${TESTS.join(', ')}, or else one of ${JOINS.join(', ')}`;
}

export interface CompiledCondition {
	holds(context: CheckContext): boolean;
	reads: string[];
}

/**
 * Compiles a condition. A test of a field that is missing does not hold, except `present: false`.
 *
 * @throws HandoffProblem when the settings of a check in it contradict each other
 */
export function compileCondition(
	condition: Condition,
	around: CheckSurroundings = NOWHERE,
): CompiledCondition {
	const { all, any, not } = condition;
	if (all !== undefined) {
		const parts = all.map((part) => compileCondition(part, around));
		return joined(parts, (context) => parts.every((part) => part.holds(context)));
	}
	if (any !== undefined) {
		const parts = any.map((part) => compileCondition(part, around));
		return joined(parts, (context) => parts.some((part) => part.holds(context)));
	}
	if (not !== undefined) {
		const part = compileCondition(not, around);
		return joined([part], (context) => !part.holds(context));
	}
	return compileFieldTest(condition, around);
}

const joined = (
	parts: readonly CompiledCondition[],
	holds: CompiledCondition['holds'],
): CompiledCondition => ({ holds, reads: parts.flatMap(({ reads }) => reads) });

function compileFieldTest(condition: Condition, around: CheckSurroundings): CompiledCondition {
	const { field = '', present, check } = condition;
	const read = compileField(field);
	if (present !== undefined) {
		const holds = (context: CheckContext) =>
			context.isMissing(readCompiledField(context, read)) !== present;
		return { reads: [field], holds };
	}
	const compiled = check === undefined ? undefined : compileCheck(check, around);
	const matches =
		compiled === undefined
			? compileValueTest(condition)
			: (value: unknown, context: CheckContext) => compiled.judge(value, context) === undefined;
	return {
		reads: [field, ...(compiled?.reads ?? [])],
		holds: (context) => {
			const value = readCompiledField(context, read);
			return !context.isMissing(value) && matches(value, context);
		},
	};
}

type Matches = (value: unknown) => boolean;

function compileValueTest({ equals, oneOf, atLeast, atMost }: Condition): Matches {
	if (equals !== undefined) return compileEquals(equals);
	if (oneOf !== undefined) {
		const tests = oneOf.map(compileEquals);
		return (value) => tests.some((matches) => matches(value));
	}
	const least = atLeast ?? -Infinity;
	const most = atMost ?? Infinity;
	return (value) => {
		const number = readNumber(value);
		return number !== undefined && number >= least && number <= most;
	};
}

function compileEquals(wanted: Scalar): Matches {
	const plain = plainValue(wanted, false);
	const mightBeWanted = compileMightBeOneOf([String(wanted)]);
	return (value) => {
		if (value === wanted) return true;
		if (typeof value === 'string' && !mightBeWanted(value)) return false;
		const own = plainValue(value, false);
		return own !== undefined && own === plain;
	};
}
