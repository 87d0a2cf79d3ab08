import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import type { ControlOf } from '../../handoff/control';
import { agreedCurrency, readCurrency, type StatedCurrency } from '../currencies';
import { oneValue } from '../oneValue';
import { readMoney } from '../readMoney';
import { readable } from '../readable';
import { defineCheck, type CheckContext } from './check';
import { DECIMAL, DECIMAL_FIELD } from './decimalField';
import { RANGE_FIELDS, refuseEmptyRange, sayRange } from './range';
import { oneOfThese, say, type Sentence, type Value } from '../../language/sentence';
import { AT_ONCE, listText, pathField, textField, type CheckForm } from './formField';

const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR');

const settingsSchema = closedObject({
	kind: z.literal('money'),
	min: z.number().optional().describe('Smallest amount that is in order.'),
	max: z.number().optional().describe('Largest amount that is in order.'),
	currencies: z
		.array(currencySchema)
		.min(1)
		.optional()
		.describe('The currencies that are in order, such as EUR.'),
	currencyField: fieldPathSchema
		.optional()
		.describe('Field that holds the currency, when it is not written with the amount.'),
	decimal: z.enum(['.', ',']).optional().describe(DECIMAL),
}).describe('An amount, with or without its currency, in either decimal style.');

const FORM: CheckForm = {
	name: 'An Amount of Money',
	fields: [
		...RANGE_FIELDS,
		textField('Currencies', 'currencies', {
			...AT_ONCE,
			read: listText,
			placeholder: 'e.g. EUR, USD',
			description: 'The currencies that are in order, with commas between them; any when empty',
		}),
		pathField('Currency Field', 'currencyField', {
			placeholder: 'e.g. properties.deal_currency_code',
		}),
		DECIMAL_FIELD,
	],
};

/** An amount of money in an agreed currency; the limits count as inside. */
export const moneyCheck = defineCheck(settingsSchema, FORM, (settings) => {
	refuseEmptyRange(settings);
	const { min, max, currencies, currencyField, decimal } = settings;
	const judgeCurrency = compileCurrency(settings);
	return {
		control: controlOf(settings),
		expected: sayExpected(sayRange(settings), currencies && oneOfThese(currencies)),
		reads: currencyField === undefined ? [] : [currencyField],
		judge: (value, context) => {
			const money = readMoney(value, decimal);
			if ('code' in money) return money;
			if (min !== undefined && money.amount < min) return say('shortfallBelow', { limit: min });
			if (max !== undefined && money.amount > max) return say('shortfallAbove', { limit: max });
			return judgeCurrency(money.currency, context);
		},
	};
});

/** Where the policy wants a currency and no field holds it, it stands with the amount. */
const controlOf = ({
	currencies = [],
	currencyField,
	decimal,
}: z.output<typeof settingsSchema>): ControlOf<'amount'> => ({
	kind: 'amount',
	decimal,
	currencies,
	currencyField,
	storedAs: currencies.length > 0 && currencyField === undefined ? 'withCurrency' : 'number',
});

/** Judges the currency by what is written with the amount and by what its field says. */
function compileCurrency({ currencies, currencyField }: z.output<typeof settingsSchema>) {
	const readField = currencyField === undefined ? () => undefined : compilePath(currencyField);
	return (written: StatedCurrency | undefined, context: CheckContext): Sentence | undefined => {
		const named = oneValue(readField(context.record), context.isMissing);
		const stated = typeof named === 'string' ? readCurrency(readable(named)) : undefined;
		const both = written && stated && agreedCurrency(written, stated);
		if (currencyField !== undefined && written && stated && both === undefined) {
			const values = { currency: nameOf(written), field: currencyField, stated: nameOf(stated) };
			return say('shortfallCurrencyDiffers', values);
		}
		if (currencies === undefined) return undefined;
		const currency = (both ?? written ?? stated)?.usual;
		if (currency === undefined) return say('shortfallNoCurrency');
		return currencies.includes(currency)
			? undefined
			: say('shortfallNotIn', { currencies: oneOfThese(currencies) });
	};
}

const nameOf = ({ usual, possible }: StatedCurrency): Value => usual ?? oneOfThese(possible);

function sayExpected(range: Value | undefined, currencies: Value | undefined): Sentence {
	if (range === undefined) {
		return currencies === undefined ? say('expectedMoney') : say('expectedMoneyIn', { currencies });
	}
	return currencies === undefined
		? say('expectedMoneyRange', { range })
		: say('expectedMoneyRangeIn', { range, currencies });
}
