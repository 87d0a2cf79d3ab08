import { z } from 'zod';
import { parsePath } from '../../base/parsePath';
import { closestSpelling } from '../../base/closestSpelling';
import { formatValue } from '../formatValue';
import {
	classifySide,
	compileOperand,
	compileSide,
	operandTypeSchema,
	UNREADABLE,
	type Operand,
} from './operand';
import { OPERATORS } from './operators';
import { type Operator } from './operator';

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

/** One condition, ready for any record. */
interface Test {
	words: string;
	reads: string[];
	/** What is wrong instead, when it does not hold. */
	judge(record: unknown): string | undefined;
}

/** The conditions joined, ready for any record. */
export interface CompiledFilter {
	words: string;
	reads: string[];
	/** @returns what is wrong; undefined when the filter lets the record pass */
	judge(record: unknown): string | undefined;
}

/** Compiles a filter as n8n's Filter node takes it, without running any expression. */
export function compileFilter({ conditions, combinator, options }: Filter): CompiledFilter {
	const tests = conditions.map((condition) => compileCondition(condition, options));
	const words = tests.map((test) => test.words).join(` ${combinator} `);
	const judgeAll = (record: unknown) => tests.map((test) => test.judge(record));
	return {
		words,
		reads: tests.flatMap(({ reads }) => reads),
		judge: (record) => {
			const shortfalls = judgeAll(record);
			if (combinator === 'and') return shortfalls.find((shortfall) => shortfall !== undefined);
			return shortfalls.every((shortfall) => shortfall !== undefined)
				? `does not meet any of: ${words}`
				: undefined;
		},
	};
}

function compileCondition(
	{ leftValue, rightValue, operator }: Condition,
	{ caseSensitive, typeValidation }: Filter['options'],
): Test {
	const known: Operator | undefined = OPERATORS[operator.type][operator.operation];
	const strict = typeValidation === 'strict';
	const rightType = known?.rightType ?? operator.type;
	const left = { read: compileSide(leftValue), as: compileOperand(operator.type, strict) };
	const right = { read: compileSide(rightValue), as: compileOperand(rightType, strict) };
	const fold = caseSensitive ? (operand: Operand) => operand : withoutCase;
	const words = sentence(leftValue, known, rightValue);
	return {
		words,
		reads: [leftValue, rightValue].flatMap(fieldOf),
		judge: (record) => {
			const one = left.as(left.read(record));
			if (one === UNREADABLE) return `is no ${operator.type}: ${words}`;
			const other = known?.alone === true ? undefined : right.as(right.read(record));
			if (other === UNREADABLE) return `is compared with what is no ${rightType}: ${words}`;
			return known?.compare(fold(one), fold(other)) === true
				? undefined
				: `does not meet: ${words}`;
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

function sentence(left: unknown, operator: Operator | undefined, right: unknown): string {
	const sides = operator?.alone === true ? [] : [formatSide(right)];
	return [formatSide(left), operator?.words ?? '', ...sides].join(' ');
}

/** A field by its bare path, a value as it is written. */
const formatSide = (side: unknown): string =>
	classifySide(side) === 'field'
		? (parsePath(String(side))?.join('.') ?? '')
		: formatValue(side, MOST_SHOWN);
