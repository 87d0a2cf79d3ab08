import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import type { Control } from '../../handoff/control';
import { readList } from '../readList';
import { HandoffProblem } from '../../base/problem';
import { defineCheck } from './check';
import { compileEntry, entrySchema, judgeAny, judgeEach, type CompiledEntry } from './entry';
import { lastOf, RANGE_FIELDS, refuseEmptyRange, sayRange, type Range } from './range';
import { checksToChoose } from './simpleChecks';
import { say, type Sentence } from '../../language/sentence';
import { AT_ONCE, choiceField, listText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('list'),
	min: z.number().int().min(0).optional().describe('Fewest entries that are in order.'),
	max: z.number().int().min(0).optional().describe('Most entries that are in order.'),
	separator: z
		.string()
		.min(1)
		.optional()
		.describe(
			'What stands between the entries when the list is one text; a semicolon or a new line when left out.',
		),
	each: entrySchema.optional().describe('What every entry, or a field of every entry, must meet.'),
	any: entrySchema.optional().describe('What at least one entry, or a field of it, must meet.'),
}).describe('A list with a number of entries, each of which may have to pass a check of its own.');

const FORM: CheckForm = {
	name: 'A List',
	fields: [
		...RANGE_FIELDS,
		textField('Separator', 'separator', {
			read: z
				.string()
				.default('')
				.transform((sign) => sign || undefined),
			placeholder: 'e.g. ;',
			description:
				'What separates the entries when the list comes as one text; a semicolon or a new line when empty',
		}),
		choiceField('Entry Must Be', 'entryKind', {
			...AT_ONCE,
			options: [{ name: 'Anything', value: 'anything' }, ...checksToChoose(['oneOf'])],
			none: 'anything',
		}),
		choiceField('Which Entries', 'entryScope', {
			...AT_ONCE,
			options: [
				{ name: 'At Least One', value: 'any' },
				{ name: 'Every Entry', value: 'each' },
			],
			none: 'each',
		}),
		textField('Field of the Entry', 'entryField', {
			placeholder: 'e.g. email',
			description: 'Which field of an entry to look at; the entry itself when empty',
		}),
		textField('Values of the Entry', 'entryValues', {
			read: listText,
			placeholder: 'e.g. Gold, Silver',
			description: 'The values that are in order, where an entry must be one of them',
		}),
	],
	build: ({ entryKind, entryScope = 'each', entryField, entryValues, ...others }) => ({
		...others,
		...(entryKind !== undefined && {
			[String(entryScope)]: {
				field: entryField,
				check: { kind: entryKind, ...(entryValues !== undefined && { values: entryValues }) },
			},
		}),
	}),
};

/** A list of a length whose entries meet checks; missing entries do not count. */
export const listCheck = defineCheck(settingsSchema, FORM, (settings, around) => {
	refuseEmptyRange(settings);
	const { min, max, separator } = settings;
	const each = compileEntry(settings.each, around);
	const any = compileEntry(settings.any, around);
	refuseNoRoom(settings);
	return {
		control: controlOf(settings),
		expected: sayExpected(settings, each, any),
		reads: [...(each?.check.reads ?? []), ...(any?.check.reads ?? [])],
		takesAll: true,
		judge: (value, context) => {
			const entries = readList(value, separator);
			if (entries === undefined) return say('shortfallNotList');
			const count = entries.filter((one) => !context.isMissing(one)).length;
			if (min !== undefined && count < min) return say('shortfallTooFew', { count, min });
			if (max !== undefined && count > max) return say('shortfallTooMany', { count, max });
			return (
				(each && judgeEach(entries, each, context)) ?? (any && judgeAny(entries, any, context))
			);
		},
	};
});

/** Entries that are objects cannot be typed; those that are agreed can be chosen. */
function controlOf({ separator, each, any }: z.output<typeof settingsSchema>): Control | undefined {
	if (each?.field !== undefined || any?.field !== undefined) return undefined;
	const storedAs = separator === undefined ? 'list' : 'text';
	return each?.check.kind === 'oneOf'
		? { kind: 'choices', options: each.check.values, separator, storedAs }
		: { kind: 'list', separator, storedAs };
}

/** @throws HandoffProblem when an entry must be there and none may be */
function refuseNoRoom({ max, any }: z.output<typeof settingsSchema>): void {
	if (any === undefined || max !== 0) return;
	throw new HandoffProblem(
		'a list of at most 0 entries has none that meets “any”',
		'Raise “max”, or leave one of the two out.',
	);
}

function sayExpected(
	range: Range,
	each: CompiledEntry | undefined,
	any: CompiledEntry | undefined,
): Sentence {
	const limits = sayRange(range);
	const parts = [
		...(limits === undefined ? [] : [say('listCount', { range: limits, count: lastOf(range) })]),
		...(each === undefined ? [] : [say('listEach', { entry: each.said })]),
		...(any === undefined ? [] : [say('listAny', { entry: any.said })]),
	];
	return parts.length === 0 ? say('expectedList') : say('expectedListWith', { parts });
}
