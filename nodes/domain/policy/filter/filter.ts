import { z } from 'zod';
import { formatPath } from '../../base/parsePath';
import { closestSpelling } from '../../base/closestSpelling';
import { formatValue } from '../formatValue';
import {
	classifySide,
	compileOperand,
	compileSide,
	operandTypeSchema,
	sayType,
	UNREADABLE,
	type Operand,
} from './operand';
import { OPERATORS } from './operators';
import { operator } from './operator';
import { allOfThese, oneOfThese, say, type Sentence, type Value } from '../../language/sentence';

const sideSchema = z.unknown().refine((side) => classifySide(side) !== 'calculation', {
	message:
		'calculates something; a condition of a policy compares fields such as ' +
		'{{ $json.amount }} with values. Put the calculated value into a field before the gate',
});

const operatorSchema = z
	.object({
		type: operandTypeSchema,
		operation: z.string(),
	})
	.superRefine(({ type, operation }, context) => {
		const message = operatorProblem(Object.keys(OPERATORS[type]), operation);
		if (message !== undefined) context.addIssue({ code: 'custom', message, path: ['operation'] });
	});

function operatorProblem(known: readonly string[], operation: string): string | undefined {
	if (known.includes(operation)) return undefined;
	if (/regex/i.test(operation)) return 'is not offered here; use the check “text” with a pattern';
	const meant = closestSpelling(operation, known);
	return `is no comparison of this type; ${meant === undefined ? `there are ${known.join(', ')}` : `did you mean “${meant}”?`}`;
}

/** What n8n's own filter builder writes. What only its editor needs is passed over. */
export const filterSchema = z.object({
	conditions: z
		.array(
			z.object({
				leftValue: sideSchema,
				rightValue: sideSchema.optional(),
				operator: operatorSchema,
			}),
		)
		.min(1, 'needs at least one condition'),
	combinator: z.enum(['and', 'or']).default('and'),
	options: z
		.object({
			caseSensitive: z.boolean().default(true),
			typeValidation: z.enum(['strict', 'loose']).default('loose'),
		})
		.default({}),
});
export type Filter = z.infer<typeof filterSchema>;
type Condition = Filter['conditions'][number];

const MOST_SHOWN = 60;

/** What is said where a side is not of the type that is compared. */
const CANNOT_BE_COMPARED: ReadonlySet<string> = new Set(['shortfallNoType', 'shortfallOtherType']);

/** One condition, ready for any record. */
interface Test {
	words: Sentence;
	reads: string[];
	/** What is wrong instead, when it does not hold. */
	judge(record: unknown): Sentence | undefined;
}

/** The conditions joined, ready for any record. */
export interface CompiledFilter {
	words: Value;
	reads: string[];
	/** @returns what is wrong; undefined when the filter lets the record pass */
	judge(record: unknown): Sentence | undefined;
}

/** Compiles a filter as n8n's Filter node takes it, without running any expression. */
export function compileFilter({ conditions, combinator, options }: Filter): CompiledFilter {
	const tests = conditions.map((condition) => compileCondition(condition, options));
	const join = combinator === 'and' ? allOfThese : oneOfThese;
	const words = join(tests.map((test) => test.words));
	const judgeAll = (record: unknown) => tests.map((test) => test.judge(record));
	return {
		words,
		reads: tests.flatMap(({ reads }) => reads),
		judge: (record) => {
			const shortfalls = judgeAll(record);
			const unmet = shortfalls.filter((shortfall) => shortfall !== undefined);
			const told = unmet.find(({ code }) => !CANNOT_BE_COMPARED.has(code));
			if (combinator === 'and') return told ?? unmet[0];
			if (unmet.length < shortfalls.length) return undefined;
			const untold = unmet.find(({ code }) => CANNOT_BE_COMPARED.has(code));
			return untold ?? say('shortfallNoneMet', { words });
		},
	};
}

function compileCondition(
	{ leftValue, rightValue, operator: { type, operation } }: Condition,
	{ caseSensitive, typeValidation }: Filter['options'],
): Test {
	const known = OPERATORS[type][operation] ?? NEVER;
	const strict = typeValidation === 'strict';
	const rightType = known.rightType ?? type;
	const left = { read: compileSide(leftValue), as: compileOperand(type, strict) };
	const right = { read: compileSide(rightValue), as: compileOperand(rightType, strict) };
	const fold = caseSensitive ? (operand: Operand) => operand : withoutCase;
	const words = known.say(formatSide(leftValue), formatSide(rightValue));
	return {
		words,
		reads: [leftValue, rightValue].flatMap(fieldOf),
		judge: (record) => {
			const one = left.as(left.read(record));
			if (one === UNREADABLE) return say('shortfallNoType', { type: sayType(type), words });
			const other = known.alone === true ? undefined : right.as(right.read(record));
			if (other === UNREADABLE) {
				return say('shortfallOtherType', { type: sayType(rightType), words });
			}
			return known.compare(fold(one), fold(other)) ? undefined : say('shortfallNotMet', { words });
		},
	};
}

function withoutCase(operand: Operand): Operand {
	if (typeof operand === 'string') return operand.toLowerCase();
	return Array.isArray(operand)
		? operand.map((entry: unknown) => (typeof entry === 'string' ? entry.toLowerCase() : entry))
		: operand;
}

const fieldOf = (side: unknown): string[] => (classifySide(side) === 'field' ? [String(side)] : []);

/** The schema lets no other operator through; one that came through all the same never holds. */
const NEVER = operator('operatorIs', () => false);

/** A field by its bare path, a value as it is written. */
const formatSide = (side: unknown): string =>
	classifySide(side) === 'field' ? formatPath(String(side)) : formatValue(side, MOST_SHOWN);
