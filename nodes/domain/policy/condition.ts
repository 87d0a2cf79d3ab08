import { z } from 'zod';
import { checkSchema, compileCheck, type CheckSettings } from './checks/checks';
import { NOWHERE, type CheckContext, type CheckSurroundings } from './checks/check';
import { closedObject } from '../base/closedObject';
import { compileField, readCompiledField } from '../base/record';
import { fieldPathSchema } from '../base/fieldPath';
import { compileCheckTest } from './checkTest';
import { compileValueTest, type ValueTest } from './valueTest';

/** When a requirement applies: one test of one field, or several joined. */
export interface Condition extends ValueTest {
	all?: Condition[];
	any?: Condition[];
	not?: Condition;
	field?: string;
	present?: boolean;
	check?: CheckSettings;
}

const JOINS = ['all', 'any', 'not'] as const;
const TESTS = [
	'equals',
	'oneOf',
	'contains',
	'hasEntry',
	'present',
	'atLeast',
	'atMost',
	'check',
] as const;

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
		contains: z.string().trim().min(1, 'must not be empty').optional(),
		hasEntry: scalarSchema.optional(),
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

/** Whether a condition holds; undefined where it cannot be told. */
export type Truth = boolean | undefined;

export interface CompiledCondition {
	holds(context: CheckContext): Truth;
	/** The fields for which it cannot be told whether the condition holds. */
	untold(context: CheckContext): string[];
	reads: string[];
}

/**
 * Compiles a condition. What cannot be told of one test is carried on: several together are told
 * where those that are known decide alone.
 *
 * @param whenMissing what a test of a field that is missing says, except `present`
 * @throws HandoffProblem when the settings of a check in it contradict each other
 */
export function compileCondition(
	condition: Condition,
	around: CheckSurroundings = NOWHERE,
	whenMissing: { is: Truth } = { is: false },
): CompiledCondition {
	const { all, any, not } = condition;
	const compilePart = (part: Condition) => compileCondition(part, around, whenMissing);
	if (all !== undefined) return joined(all.map(compilePart), { decides: false });
	if (any !== undefined) return joined(any.map(compilePart), { decides: true });
	if (not === undefined) return compileFieldTest(condition, around, whenMissing);
	const { holds, untold, reads } = compilePart(not);
	return {
		untold,
		reads,
		holds: (context) => {
			const truth = holds(context);
			return truth === undefined ? undefined : !truth;
		},
	};
}

/** @param decides what one part has to be for the whole to be the same, whatever the others are */
function joined(
	parts: readonly CompiledCondition[],
	{ decides }: { decides: boolean },
): CompiledCondition {
	return {
		reads: parts.flatMap(({ reads }) => reads),
		untold: (context) => parts.flatMap((part) => part.untold(context)),
		holds: (context) => {
			let told = true;
			for (const { holds } of parts) {
				const truth = holds(context);
				if (truth === decides) return decides;
				if (truth === undefined) told = false;
			}
			return told ? !decides : undefined;
		},
	};
}

function compileFieldTest(
	condition: Condition,
	around: CheckSurroundings,
	whenMissing: { is: Truth },
): CompiledCondition {
	const { field = '', present, check } = condition;
	const compiled = check === undefined ? undefined : compileCheck(check, around);
	const test = compiled === undefined ? compileValueTest(condition) : compileCheckTest(compiled);
	const read = compileField(field);
	const missing = compiled !== undefined && compiled.missing === undefined ? true : whenMissing.is;
	const holds = (context: CheckContext): Truth => {
		const value = readCompiledField(context, read);
		const isMissing = context.isMissing(value);
		if (present !== undefined) return isMissing !== present;
		return isMissing ? missing : test(value, context);
	};
	return {
		reads: [field, ...(compiled?.reads ?? [])],
		untold: (context) => (holds(context) === undefined ? [field] : []),
		holds,
	};
}
