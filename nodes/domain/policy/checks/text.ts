import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { HandoffProblem } from '../../base/problem';
import { compileContains } from '../entryTest';
import { compilePattern } from '../pattern/pattern';
import { defineCheck } from './check';
import { lastOf, refuseEmptyRange, sayRange, type Range } from './range';
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
	contains: z
		.string()
		.trim()
		.min(1, 'must not be empty')
		.optional()
		.describe('Words that must stand in the text, whatever their case.'),
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
		textField('Contains', 'contains', {
			placeholder: 'e.g. signed',
			description: 'Words that must stand in the text, whatever their case',
		}),
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

/** So many characters do not stand on one line of a phone. */
const LONG = 40;

/** Text of a length (counted as a reader sees it) and of a form. Numbers count as text. */
export const textCheck = defineCheck(settingsSchema, FORM, (settings) => {
	const range = { min: settings.minLength, max: settings.maxLength };
	refuseEmptyRange(range);
	const pattern = patternOf(settings);
	const words = wordsOf(settings);
	const asksOnlyLength = (pattern ?? words) === undefined && range.max === undefined;
	const hasLimits = range.min !== undefined || range.max !== undefined;
	const form = sayForm(words?.said, pattern?.form);
	return {
		control: (range.min ?? 0) < LONG ? { kind: 'text', storedAs: 'text' } : { kind: 'longText' },
		expected: sayExpected(range, form),
		judge: (value) => {
			const written = typeof value === 'number' ? String(value) : value;
			if (typeof written !== 'string') return say('shortfallNotText');
			if (asksOnlyLength && hasPlainStart(written, range.min ?? 0)) return undefined;
			const text = visibleText(written);
			const misfit = hasLimits ? sayMisfit(countSigns(text), range) : undefined;
			if (misfit !== undefined) return misfit;
			if (words?.stand(text) === false) return say('shortfallNotContains', { words: words.said });
			return pattern && judgeForm(text, pattern);
		},
	};
});

function judgeForm(
	text: string,
	{ matches, longestText, form }: NonNullable<ReturnType<typeof patternOf>>,
): Sentence | undefined {
	if (text.length > longestText) return say('shortfallTooLongForPattern', { count: longestText });
	return matches(text) ? undefined : say('shortfallNotOfForm', { form });
}

function sayMisfit(length: number, { min, max }: Range): Sentence | undefined {
	if (min !== undefined && length < min) return say('shortfallTooShort', { count: min });
	return max !== undefined && length > max ? say('shortfallTooLong', { count: max }) : undefined;
}

type Settings = z.output<typeof settingsSchema>;

/** The pattern, with its form in words. */
function patternOf({ pattern, ignoreCase, patternLabel }: Settings) {
	if (pattern === undefined) return undefined;
	const form: Value = patternLabel ?? say('formPattern', { pattern });
	return { ...compilePattern(pattern, { ignoreCase }), form };
}

/** @throws HandoffProblem when the words are longer than the text may be */
function wordsOf({ contains, maxLength }: Settings) {
	if (contains === undefined) return undefined;
	if (maxLength !== undefined && countSigns(contains) > maxLength) {
		throw new HandoffProblem(
			`a text of at most ${maxLength} characters cannot contain “${contains}”`,
			'Raise “maxLength”, or ask for fewer words.',
		);
	}
	return { said: contains, stand: compileContains(contains) };
}

/** What the text must be like; undefined where any will do. */
function sayForm(words: string | undefined, form: Value | undefined): Value | undefined {
	if (words === undefined) return form;
	const contains = say('formContains', { words });
	return form === undefined ? contains : [contains, form];
}

function sayExpected(limits: Range, form: Value | undefined): Sentence {
	const range = sayRange(limits);
	if (range === undefined) {
		return form === undefined ? say('expectedText') : say('expectedTextForm', { form });
	}
	const length = { range, count: lastOf(limits) };
	return form === undefined
		? say('expectedTextLength', length)
		: say('expectedTextLengthForm', { ...length, form });
}
