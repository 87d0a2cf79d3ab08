import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { readNumber } from '../readNumber';
import { defineCheck } from './check';
import { formatRange, refuseEmptyRange, sentence } from './range';

const settingsSchema = closedObject({
	kind: z.literal('number'),
	min: z.number().optional(),
	max: z.number().optional(),
	integer: z.boolean().default(false),
});

/** A number, also as plain text; the limits count as inside. */
export const numberCheck = defineCheck(settingsSchema, (settings) => {
	const { min, max, integer } = settings;
	refuseEmptyRange(settings);
	const [below, above] = [`is below ${min}`, `is above ${max}`];
	return {
		expected: sentence(integer ? 'a whole number' : 'a number', formatRange(settings)),
		judge: (value) => {
			const number = readNumber(value);
			if (number === undefined) return 'is not a number';
			if (integer && !Number.isInteger(number)) return 'is not a whole number';
			if (min !== undefined && number < min) return below;
			if (max !== undefined && number > max) return above;
			return undefined;
		},
	};
});
