import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { plainValue } from '../sameValue';
import { readMoney } from '../readMoney';
import { defineCheck } from './check';
import { formatRange, refuseEmptyRange, sentence } from './range';

const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR');

const settingsSchema = closedObject({
	kind: z.literal('money'),
	min: z.number().optional(),
	max: z.number().optional(),
	/** The currencies that are in order. */
	currencies: z.array(currencySchema).min(1).optional(),
	/** The field that holds the currency, when it is not written with the amount. */
	currencyField: fieldPathSchema.optional(),
	/** The decimal sign, when amounts such as 1.500 occur. */
	decimal: z.enum(['.', ',']).optional(),
});

/** An amount of money in an agreed currency; the limits count as inside. */
export const moneyCheck = defineCheck(settingsSchema, (settings) => {
	refuseEmptyRange(settings);
	const { min, max, currencies, currencyField, decimal } = settings;
	const readCurrency = currencyField === undefined ? () => undefined : compilePath(currencyField);
	const inCurrency = currencies === undefined ? '' : `in ${currencies.join(' or ')}`;
	const [below, above] = [`is below ${min}`, `is above ${max}`];
	return {
		expected: sentence('an amount of money', formatRange(settings), inCurrency),
		reads: currencyField === undefined ? [] : [currencyField],
		judge: (value, { record }) => {
			const money = readMoney(value, decimal);
			if (typeof money === 'string') return money;
			if (min !== undefined && money.amount < min) return below;
			if (max !== undefined && money.amount > max) return above;
			if (currencies === undefined) return undefined;
			const stated = plainValue(readCurrency(record), true)?.toUpperCase();
			const currency = money.currency ?? stated;
			if (currency === undefined) return 'has no currency';
			if (stated !== undefined && stated !== currency) {
				return `is in ${currency}, but ${currencyField} says ${stated}`;
			}
			return currencies.includes(currency) ? undefined : `is not ${inCurrency}`;
		},
	};
});
