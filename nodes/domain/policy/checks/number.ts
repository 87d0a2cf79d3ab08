import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { TWO_WAYS } from '../decimalText';
import { readNumber } from '../readNumber';
import { defineCheck } from './check';
import { DECIMAL, DECIMAL_FIELD } from './decimalField';
import { RANGE_FIELDS, refuseEmptyRange, sayRange } from './range';
import { say } from '../../language/sentence';
import { flagField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('number'),
	min: z.number().optional().describe('Smallest number that is in order.'),
	max: z.number().optional().describe('Largest number that is in order.'),
	integer: z.boolean().default(false).describe('Whether only whole numbers are in order.'),
	decimal: z.enum(['.', ',']).optional().describe(DECIMAL),
}).describe('A number, also when it is written as a text.');

const FORM: CheckForm = {
	name: 'A Number',
	fields: [
		...RANGE_FIELDS,
		flagField('Whole Number', 'integer', 'Whether only whole numbers count'),
		DECIMAL_FIELD,
	],
};

/** A number, also as plain text; the limits count as inside. */
export const numberCheck = defineCheck(settingsSchema, FORM, (settings) => {
	const { min, max, integer, decimal } = settings;
	refuseEmptyRange(settings);
	const range = sayRange(settings);
	const kind = integer ? 'expectedWhole' : 'expectedNumber';
	return {
		control: { kind: 'number', decimal, storedAs: 'number' },
		expected: range === undefined ? say(kind) : say(`${kind}Range`, { range }),
		judge: (value) => {
			const number = readNumber(value, decimal);
			if (number === TWO_WAYS) return say('shortfallTwoWays', { value: String(value) });
			if (number === undefined) return say('shortfallNotNumber');
			if (integer && !Number.isInteger(number)) return say('shortfallNotWhole');
			if (min !== undefined && number < min) return say('shortfallBelow', { limit: min });
			if (max !== undefined && number > max) return say('shortfallAbove', { limit: max });
			return undefined;
		},
	};
});
