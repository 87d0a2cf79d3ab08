/** An amount as a record states it; the currency only when it is stated with the amount. */
export interface Money {
	amount: number;
	currency?: string;
}

export type DecimalSign = '.' | ',';

const SYMBOLS = new Map([
	['€', 'EUR'],
	['$', 'USD'],
	['£', 'GBP'],
	['¥', 'JPY'],
]);

const LONGEST = 60;
const SHAPE = /^([^\d\s.,+-]{1,3})?\s*([+-]?[\d.,'’\s]*\d)\s*([^\d\s.,+-]{1,3})?$/u;

/**
 * Reads an amount of money: a number, or text with or without a currency and in either decimal
 * style (`€ 12.500,00`, `12,500.00 USD`).
 *
 * @param decimal the decimal sign, when texts such as `1.500` must be told apart
 * @returns what is wrong instead, when it is not an amount or can be read in two ways
 */
export function readMoney(value: unknown, decimal?: DecimalSign): Money | string {
	if (typeof value === 'number') return Number.isFinite(value) ? { amount: value } : NOT_MONEY;
	if (typeof value !== 'string' || value.length > LONGEST) return NOT_MONEY;
	const match = SHAPE.exec(value.trim());
	if (match === null || (match[1] !== undefined && match[3] !== undefined)) return NOT_MONEY;
	const amount = readAmount((match[2] ?? '').replace(/['’\s]/gu, ''), decimal);
	if (typeof amount === 'string') return amount;
	const sign = match[1] ?? match[3];
	return sign === undefined ? { amount } : readCurrency(amount, sign);
}

const NOT_MONEY = 'is not an amount of money';

function readCurrency(amount: number, sign: string): Money | string {
	const currency = SYMBOLS.get(sign) ?? sign.toUpperCase();
	return /^[A-Z]{3}$/.test(currency) ? { amount, currency } : NOT_MONEY;
}

/** The last of two different signs is the decimal sign; a single one is, unless it groups by three. */
function readAmount(text: string, stated: DecimalSign | undefined): number | string {
	const decimal = stated ?? guessDecimal(text);
	if (decimal === 'unclear') return `can be read in two ways: ${text}`;
	const [whole = '', fraction, ...more] = text.split(decimal);
	const grouping = decimal === '.' ? ',' : '.';
	const groups = whole.replace(/^[+-]/, '').split(grouping);
	const grouped = groups.every((group, index) =>
		index === 0 ? /^\d{1,30}$/.test(group) : /^\d{3}$/.test(group),
	);
	if (!grouped || more.length > 0 || !/^\d{0,30}$/.test(fraction ?? '')) return NOT_MONEY;
	return Number(`${whole.split(grouping).join('')}.${fraction ?? '0'}`);
}

function guessDecimal(text: string): DecimalSign | 'unclear' {
	const dot = text.lastIndexOf('.');
	const comma = text.lastIndexOf(',');
	if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
	if (dot < 0 && comma < 0) return '.';
	const sign = dot >= 0 ? '.' : ',';
	const other = sign === '.' ? ',' : '.';
	if (text.indexOf(sign) !== text.lastIndexOf(sign)) return other;
	const [whole = '', fraction = ''] = text.split(sign);
	const couldGroup = fraction.length === 3 && /^[+-]?[1-9]\d{0,2}$/.test(whole);
	return couldGroup ? 'unclear' : sign;
}
