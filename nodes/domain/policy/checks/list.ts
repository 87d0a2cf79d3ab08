import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { parseJson } from '../../base/parseJson';
import { readable } from '../readable';
import { defineCheck, judgeField, type CheckContext, type CompiledCheck } from './check';
import { RANGE_FIELDS, refuseEmptyRange, sayRange } from './range';
import { checksWithoutNeeds, compileSimpleCheck, simpleCheckSchema } from './simpleChecks';
import { say, type Sentence, type Value } from '../../language/sentence';
import { choiceField, textField, type CheckForm } from './formField';

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
	each: closedObject({ field: fieldPathSchema.optional(), check: simpleCheckSchema })
		.optional()
		.describe('What every entry, or a field of every entry, must meet.'),
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
		choiceField('Each Entry Must Be', 'eachKind', {
			typeOptions: { showEvenWhenOptional: true },
			options: [{ name: 'Anything', value: 'anything' }, ...checksWithoutNeeds()],
			none: 'anything',
		}),
		textField('Field of the Entry', 'eachField', {
			placeholder: 'e.g. email',
			description: 'Which field of each entry to look at; the entry itself when empty',
		}),
	],
	build: ({ eachKind, eachField, ...others }) => ({
		...others,
		each: eachKind === undefined ? undefined : { field: eachField, check: { kind: eachKind } },
	}),
};

/** A list of a length whose entries all meet a check; missing entries do not count. */
export const listCheck = defineCheck(settingsSchema, FORM, (settings, around) => {
	refuseEmptyRange(settings);
	const { min, max, separator, each } = settings;
	const entry = each === undefined ? undefined : compileSimpleCheck(each.check, around);
	const read = each?.field === undefined ? (value: unknown) => value : compilePath(each.field);
	return {
		expected: sayExpected(sayRange(settings), entry && sayEntry(each?.field, entry.expected)),
		reads: entry?.reads,
		takesAll: true,
		judge: (value, context) => {
			const entries = readList(value, separator);
			if (entries === undefined) return say('shortfallNotList');
			const count = entries.filter((one) => !context.isMissing(one)).length;
			if (min !== undefined && count < min) return say('shortfallTooFew', { count, min });
			if (max !== undefined && count > max) return say('shortfallTooMany', { count, max });
			return entry === undefined ? undefined : judgeEach(entries.map(read), entry, context);
		},
	};
});

function sayExpected(range: Value | undefined, entry: Value | undefined): Sentence {
	if (range === undefined) {
		return entry === undefined ? say('expectedList') : say('expectedListEach', { entry });
	}
	return entry === undefined
		? say('expectedListRange', { range })
		: say('expectedListRangeEach', { range, entry });
}

const sayEntry = (field: string | undefined, expected: Sentence): Sentence =>
	field === undefined ? expected : say('entryField', { field, expected });

/** What stands between several values in one text, where the policy does not say. */
const USUAL_SEPARATORS = [';', '\n'];

/**
 * The entries of a list, or of a text: written as JSON, or with something between them. What stands
 * before the first separator or behind the last one and is empty is no entry.
 */
function readList(value: unknown, separator: string | undefined): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (typeof value !== 'string') return undefined;
	const text = readable(value);
	const listed = text.startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(listed)) return listed;
	const usual = USUAL_SEPARATORS.find((sign) => text.includes(sign));
	const between = separator?.normalize('NFKC') ?? usual ?? '\n';
	const entries = text.split(between).map((entry) => entry.trim());
	const filled = entries.map((entry) => entry !== '');
	return entries.slice(filled.indexOf(true), filled.lastIndexOf(true) + 1);
}

function judgeEach(
	entries: readonly unknown[],
	check: CompiledCheck,
	context: CheckContext,
): Sentence | undefined {
	for (const [index, value] of entries.entries()) {
		const shortfall = judgeField(check, value, context);
		if (shortfall !== undefined) return say('shortfallWrongEntry', { index: index + 1, shortfall });
	}
	return undefined;
}
