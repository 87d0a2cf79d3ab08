import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { agreedCurrency, type StatedCurrency } from '../currencies';
import { exactSum, lieWithin } from '../exactDistance';
import { oneValue } from '../oneValue';
import { readList } from '../readList';
import { readPart } from '../readPart';
import type { Money } from '../readMoney';
import { defineCheck, type CheckContext } from './check';
import { DECIMAL, DECIMAL_FIELD } from './decimalField';
import { say, type Sentence, type Value } from '../../language/sentence';
import {
	AT_ONCE,
	formText,
	numberText,
	pathField,
	readNumberText,
	textField,
	type CheckForm,
} from './formField';

const settingsSchema = closedObject({
	kind: z.literal('sum'),
	of: fieldPathSchema
		.optional()
		.describe('What of every entry is added up; the entry itself when left out.'),
	total: z
		.union([z.number(), closedObject({ field: fieldPathSchema })])
		.describe('What the entries add up to: a number such as 100, or a field.'),
	tolerance: z
		.number()
		.min(0)
		.default(0)
		.describe('How far the sum may lie from it, such as 0.01.'),
	decimal: z.enum(['.', ',']).optional().describe(DECIMAL),
}).describe('A list whose numbers, amounts or percentages add up to a total, to the cent.');

type Settings = z.output<typeof settingsSchema>;

const FORM: CheckForm = {
	name: 'Adding Up to a Total',
	fields: [
		textField('Total', 'total', {
			...AT_ONCE,
			read: formText.transform((text) => {
				const number = readNumberText(text);
				return typeof number === 'string' && !/^\d/.test(number) ? { field: number } : number;
			}),
			placeholder: 'e.g. 100 or properties.amount',
			description: 'What the entries add up to: a number, or the field that holds it',
		}),
		pathField('What Is Added Up', 'sumOf', {
			...AT_ONCE,
			setting: 'of',
			placeholder: 'e.g. price',
			description: 'Which field of every entry; the entry itself when empty',
		}),
		textField('Tolerance', 'tolerance', {
			read: numberText,
			placeholder: 'e.g. 0.01',
			description: 'How far the sum may lie from the total',
		}),
		DECIMAL_FIELD,
	],
};

/** A list that adds up to a total in exact decimals; entries without a value do not count. */
export const sumCheck = defineCheck(settingsSchema, FORM, (settings) => {
	const { of, total, tolerance, decimal } = settings;
	const readEntry = of === undefined ? (entry: unknown) => entry : compilePath(of);
	const readEntryPart = (entry: unknown, isMissing: CheckContext['isMissing']) => {
		const value = oneValue(readEntry(entry), isMissing);
		return isMissing(value) ? say('shortfallMissing') : readPart(value, decimal);
	};
	const readTotal = compileTotal(settings);
	return {
		control: undefined,
		expected: sayExpected(settings),
		reads: typeof total === 'object' ? [total.field] : [],
		takesAll: true,
		judge: (value, context) => {
			const { isMissing } = context;
			const entries = readList(value)?.filter((entry) => !isMissing(entry));
			if (entries === undefined) return say('shortfallNotList');
			const parts: Money[] = [];
			for (const [index, entry] of entries.entries()) {
				const part = readEntryPart(entry, isMissing);
				if ('code' in part) {
					return say('shortfallWrongEntry', { index: index + 1, shortfall: part });
				}
				parts.push(part);
			}
			const wanted = readTotal(context);
			return 'code' in wanted ? wanted : judgeSum(parts, wanted, tolerance);
		},
	};
});

function compileTotal({ total, decimal }: Settings): (context: CheckContext) => Money | Sentence {
	if (typeof total === 'number') return () => ({ amount: total });
	const { field } = total;
	const read = compilePath(field);
	return ({ record, isMissing }) => {
		const value = oneValue(read(record), isMissing);
		if (isMissing(value)) return say('shortfallNothingBeside', { field });
		const money = readPart(value, decimal);
		return 'code' in money ? say('shortfallNoNumberBeside', { field }) : money;
	};
}

function judgeSum(parts: readonly Money[], wanted: Money, tolerance: number): Sentence | undefined {
	if (!isOneCurrency([...parts, wanted])) return say('shortfallMixedCurrencies');
	const sum = exactSum(parts.map(({ amount }) => amount));
	return lieWithin(sum, wanted.amount, tolerance)
		? undefined
		: say('shortfallOtherSum', { sum, total: wanted.amount });
}

function isOneCurrency(amounts: readonly Money[]): boolean {
	let known: StatedCurrency | undefined;
	for (const { currency } of amounts) {
		if (currency === undefined) continue;
		known = known === undefined ? currency : agreedCurrency(known, currency);
		if (known === undefined) return false;
	}
	return true;
}

function sayExpected({ of, total, tolerance }: Settings): Sentence {
	const goal = typeof total === 'object' ? total.field : total;
	const said: Value = tolerance === 0 ? goal : say('totalWithin', { total: goal, tolerance });
	return of === undefined
		? say('expectedSum', { total: said })
		: say('expectedSumOf', { field: of, total: said });
}
