import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { compilePattern } from '../pattern/pattern';
import { defineCheck } from './check';
import { formatRange, refuseEmptyRange, sentence } from './range';
import { trimmed } from '../trimmed';

const settingsSchema = closedObject({
	kind: z.literal('text'),
	minLength: z.number().int().min(0).optional(),
	maxLength: z.number().int().min(1).optional(),
	/** A regular expression that the whole text must match. */
	pattern: z.string().optional(),
	/** Whether capital and small letters are the same for the pattern. */
	ignoreCase: z.boolean().default(false),
	/** The pattern in words, for the people who fix the field. */
	patternLabel: z.string().optional(),
});

/** Text of a length (counted without blanks around it) and of a form. Numbers count as text. */
export const textCheck = defineCheck(settingsSchema, (settings) => {
	const range = { min: settings.minLength, max: settings.maxLength };
	refuseEmptyRange(range);
	const pattern =
		settings.pattern === undefined
			? undefined
			: compilePattern(settings.pattern, { ignoreCase: settings.ignoreCase });
	const form = settings.patternLabel ?? `of the form ${settings.pattern}`;
	const shorter = `is shorter than ${range.min} characters`;
	const longer = `is longer than ${range.max} characters`;
	const otherForm = `is not ${form}`;
	return {
		expected: sentence('text', formatRange(range, 'characters'), pattern ? form : ''),
		judge: (value) => {
			const written = typeof value === 'number' ? String(value) : value;
			if (typeof written !== 'string') return 'is not text';
			const text = trimmed(written);
			if (range.min !== undefined && text.length < range.min) return shorter;
			if (range.max !== undefined && text.length > range.max) return longer;
			if (pattern === undefined) return undefined;
			if (text.length > pattern.longestText) {
				return `is longer than ${pattern.longestText} characters, too long for a pattern`;
			}
			return pattern.matches(text) ? undefined : otherForm;
		},
	};
});
