import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { compilePattern } from '../pattern/pattern';
import { defineCheck } from './check';
import { refuseEmptyRange, sayRange } from './range';
import { countSigns, hasPlainStart } from '../plainSigns';
import { visibleText } from '../richText';
import { say, type Sentence, type Value } from '../../language/sentence';
import { AT_ONCE, numberText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('text'),
	minLength: z
		.number()
		.int()
		.min(0)
		.optional()
		.describe('Fewest characters, as a reader counts them: tags and what nobody sees are none.'),
	maxLength: z
		.number()
		.int()
		.min(1)
		.optional()
		.describe('Most characters, as a reader counts them.'),
	pattern: z.string().optional().describe('Regular expression that the whole text must match.'),
	ignoreCase: z
		.boolean()
		.default(false)
		.describe('Whether capital and small letters are the same for the pattern.'),
	patternLabel: z
		.string()
		.optional()
		.describe('The pattern in words, for the people who mend the field.'),
}).describe('A text of a certain length or form. A pattern that could hang the flow is refused.');

const FORM: CheckForm = {
	name: 'Text',
	fields: [
		textField('Fewest Characters', 'minLength', { ...AT_ONCE, read: numberText }),
		textField('Most Characters', 'maxLength', { ...AT_ONCE, read: numberText }),
		textField('Pattern', 'pattern', {
			...AT_ONCE,
			placeholder: 'e.g. PO-\\d{4}',
			description: 'A regular expression that the whole text must match; any text when empty',
		}),
		textField('Pattern in Words', 'patternLabel', {
			placeholder: 'e.g. an order number like PO-1234',
			description: 'What the people who fix the field read instead of the pattern',
		}),
	],
};

/** Text of a length (counted as a reader sees it) and of a form. Numbers count as text. */
export const textCheck = defineCheck(settingsSchema, FORM, (settings) => {
	const range = { min: settings.minLength, max: settings.maxLength };
	refuseEmptyRange(range);
	const pattern = patternOf(settings);
	const asksOnlyLength = pattern === undefined && range.max === undefined;
	const hasLimits = range.min !== undefined || range.max !== undefined;
	const form = sayForm(settings);
	return {
		expected: sayExpected(sayRange(range), form),
		judge: (value) => {
			const written = typeof value === 'number' ? String(value) : value;
			if (typeof written !== 'string') return say('shortfallNotText');
			if (asksOnlyLength && hasPlainStart(written, range.min ?? 0)) return undefined;
			const text = visibleText(written);
			const misfit = hasLimits ? sayMisfit(countSigns(text), range) : undefined;
			if (misfit !== undefined) return misfit;
			if (pattern === undefined || form === undefined) return undefined;
			if (text.length > pattern.longestText) {
				return say('shortfallTooLongForPattern', { count: pattern.longestText });
			}
			return pattern.matches(text) ? undefined : say('shortfallNotOfForm', { form });
		},
	};
});

function sayMisfit(
	length: number,
	{ min, max }: Record<'min' | 'max', number | undefined>,
): Sentence | undefined {
	if (min !== undefined && length < min) return say('shortfallTooShort', { count: min });
	return max !== undefined && length > max ? say('shortfallTooLong', { count: max }) : undefined;
}

const patternOf = ({ pattern, ignoreCase }: z.output<typeof settingsSchema>) =>
	pattern === undefined ? undefined : compilePattern(pattern, { ignoreCase });

/** The form in words; undefined where any will do. */
function sayForm({ pattern, patternLabel }: z.output<typeof settingsSchema>): Value | undefined {
	return pattern === undefined ? undefined : (patternLabel ?? say('formPattern', { pattern }));
}

function sayExpected(range: Value | undefined, form: Value | undefined): Sentence {
	if (range === undefined) {
		return form === undefined ? say('expectedText') : say('expectedTextForm', { form });
	}
	return form === undefined
		? say('expectedTextLength', { range })
		: say('expectedTextLengthForm', { range, form });
}
