import { isObject } from '../base/isObject';
import { remember } from '../base/remember';
import type { Showing } from '../handoff/showing';
import { formatNumber } from '../language/figures';
import { agreedCurrency, readCurrency, type StatedCurrency } from '../policy/currencies';
import { readMoney } from '../policy/readMoney';
import { readNumber } from '../policy/readNumber';
import { textMember } from './members';
import type { Way } from './reader';

/** More digits are those by which a computer misses a decimal fraction. */
const MOST_DECIMALS = 6;

/** A number with the signs of the language; none that holds more digits than can be told. */
export const showNumber: Way = (value, { decimal }, { wording }) => {
	const number = readNumber(value, decimal);
	if (typeof number !== 'number' || !isExact(number)) return undefined;
	return { text: formatNumber(number, wording) };
};

/**
 * An amount with its currency where that is known: by what is written with it, and by what the
 * requirement or the record says. A sign that several currencies have stays as it is written.
 */
export const showMoney: Way = (value, showing, { wording }) => {
	const { money, beside } = amountIn(value, showing);
	if (money === undefined || !isExact(money.amount)) return undefined;
	const { amount, currency: written } = money;
	const stated = beside === undefined ? undefined : readCurrency(beside.trim());
	const known = written === undefined ? stated : both(written, stated);
	const [code, ...others] = known?.possible ?? [];
	const sure = code !== undefined && others.length === 0;
	if (written !== undefined && !sure) return undefined;
	const cents = Number.isInteger(amount) ? 'whole' : 'cents';
	return { text: writer(`${wording.language} ${cents} ${sure ? code : ''}`).format(amount) };
};

/** Undefined where the two name different currencies. */
const both = (
	written: StatedCurrency,
	stated: StatedCurrency | undefined,
): StatedCurrency | undefined => (stated === undefined ? written : agreedCurrency(written, stated));

/** The amount, and the currency that stands beside it in an object or is told otherwise. */
function amountIn(value: unknown, { decimal, currency }: Showing) {
	const object = isObject(value) ? value : {};
	const read = readMoney(object.amount ?? object.value ?? value, decimal);
	return {
		money: 'code' in read ? undefined : read,
		beside: textMember(object, CURRENCIES) || currency,
	};
}

const CURRENCIES = ['currency', 'currency code', 'currency iso code'];

const isExact = (number: number): boolean =>
	Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));

/** By language, whether it has cents, and currency. */
const writer = remember((key: string): Intl.NumberFormat => {
	const [language, look, currency = ''] = key.split(' ');
	return new Intl.NumberFormat(language, {
		...(currency === '' ? {} : { style: 'currency', currency }),
		...(look === 'whole' && { minimumFractionDigits: 0 }),
		...(look === 'cents' && currency === '' && { minimumFractionDigits: 2 }),
		useGrouping: true,
		maximumFractionDigits: MOST_DECIMALS,
	});
});
