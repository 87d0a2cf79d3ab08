import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { defineCheck, type CheckContext, type CompiledCheck } from './check';
import { formatRange, refuseEmptyRange, sentence } from './range';
import { compileSimpleCheck, simpleCheckSchema } from './simpleChecks';

const settingsSchema = closedObject({
	kind: z.literal('list'),
	min: z.number().int().min(0).optional(),
	max: z.number().int().min(0).optional(),
	/** What separates the entries when the list comes as one text, such as ";". */
	separator: z.string().min(1).optional(),
	/** What every entry, or a field of every entry, must meet. */
	each: closedObject({ field: fieldPathSchema.optional(), check: simpleCheckSchema }).optional(),
});

/** A list of a length whose entries all meet a check; missing entries do not count. */
export const listCheck = defineCheck(settingsSchema, (settings, around) => {
	refuseEmptyRange(settings);
	const { min, max, separator, each } = settings;
	const entry = each === undefined ? undefined : compileSimpleCheck(each.check, around);
	const read = each?.field === undefined ? (value: unknown) => value : compilePath(each.field);
	const ofEach = entry === undefined ? '' : `, each ${sentence(each?.field ?? '', entry.expected)}`;
	return {
		expected: `${sentence('a list', formatRange(settings, 'entries'))}${ofEach}`,
		reads: entry?.reads,
		judge: (value, context) => {
			const entries = readList(value, separator);
			if (entries === undefined) return 'is not a list';
			const count = entries.filter((one) => !context.isMissing(one)).length;
			if (min !== undefined && count < min) return `has ${count} of at least ${min} entries`;
			if (max !== undefined && count > max) return `has ${count} of at most ${max} entries`;
			return entry === undefined ? undefined : judgeEach(entries.map(read), entry, context);
		},
	};
});

function readList(value: unknown, separator: string | undefined): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	return typeof value === 'string' && separator !== undefined ? value.split(separator) : undefined;
}

function judgeEach(
	entries: readonly unknown[],
	check: CompiledCheck,
	context: CheckContext,
): string | undefined {
	for (const [index, value] of entries.entries()) {
		const missing = context.isMissing(value);
		const shortfall = missing ? 'is missing' : check.judge(value, context);
		if (shortfall !== undefined) return `has a wrong entry: number ${index + 1} ${shortfall}`;
	}
	return undefined;
}
