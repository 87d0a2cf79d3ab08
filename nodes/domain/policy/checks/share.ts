import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { agreedCurrency } from '../currencies';
import { isBelowShare } from '../exactDistance';
import { oneValue } from '../oneValue';
import { isPercentage, readPart } from '../readPart';
import type { Money } from '../readMoney';
import { defineCheck, type CheckContext } from './check';
import { DECIMAL, DECIMAL_FIELD } from './decimalField';
import { RANGE_FIELDS, refuseEmptyRange, sayRange } from './range';
import { say, type Sentence } from '../../language/sentence';
import { AT_ONCE, formText, pathField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('share'),
	of: fieldPathSchema.describe('Path of the field of which the value is a share.'),
	min: z.number().optional().describe('Smallest share that is in order, in percent.'),
	max: z.number().optional().describe('Largest share that is in order, in percent.'),
	decimal: z.enum(['.', ',']).optional().describe(DECIMAL),
}).describe(
	'A share of another field in percent, such as a deposit of at least 30 % of the amount; a value that is itself written with % is taken as it is.',
);

const FORM: CheckForm = {
	name: 'A Share of Another Field',
	fields: [
		...RANGE_FIELDS,
		pathField('Share Of', 'shareOf', { ...AT_ONCE, read: formText, setting: 'of' }),
		DECIMAL_FIELD,
	],
};

/** A share of another field, judged in exact decimals; the limits count as inside. */
export const shareCheck = defineCheck(settingsSchema, FORM, (settings) => {
	const { of: field, decimal } = settings;
	const range = requireRange(settings);
	const readWhole = compileWhole(settings);
	return {
		expected: say('expectedShare', { range, field }),
		reads: [field],
		judge: (value, context) => {
			const part = readPart(value, decimal);
			if ('code' in part) return part;
			const whole = isPercentage(value) ? { amount: 100 } : readWhole(part, context);
			return 'code' in whole ? whole : judgeShare(part, whole, settings);
		},
	};
});

type Settings = z.output<typeof settingsSchema>;

/** @throws HandoffProblem when every share, or none, lies in the range */
function requireRange(settings: Settings): Sentence {
	refuseEmptyRange(settings);
	const range = sayRange(settings);
	if (range !== undefined) return range;
	throw new HandoffProblem(
		'a share without “min” and “max” is always in order',
		'Say how many percent it must be at least or at most.',
	);
}

/** The share is told with two decimals, and away from the limit that it misses. */
function judgeShare(part: Money, whole: Money, settings: Settings): Sentence | undefined {
	const { of: field, min, max } = settings;
	const hundredths = (part.amount / whole.amount) * 10_000;
	if (min !== undefined && isBelowShare(part.amount, min, whole.amount)) {
		return say('shortfallShareBelow', { share: Math.floor(hundredths) / 100, field, limit: min });
	}
	if (max !== undefined && isBelowShare(-part.amount, -max, whole.amount)) {
		return say('shortfallShareAbove', { share: Math.ceil(hundredths) / 100, field, limit: max });
	}
	return undefined;
}

/** Compiles the reading of the field beside; nothing and less are no whole of which there are shares. */
function compileWhole({ of: field, decimal }: Settings) {
	const read = compilePath(field);
	return (part: Money, { record, isMissing }: CheckContext): Money | Sentence => {
		const value = oneValue(read(record), isMissing);
		if (isMissing(value)) return say('shortfallNothingBeside', { field });
		const whole = readPart(value, decimal);
		if ('code' in whole || whole.amount <= 0) return say('shortfallNoNumberBeside', { field });
		const [one, other] = [part.currency, whole.currency];
		const isSame = one === undefined || other === undefined || agreedCurrency(one, other);
		return isSame ? whole : say('shortfallMixedCurrencies');
	};
}
