import { agreedCurrency, readCurrency, type StatedCurrency } from './currencies';
import { readDecimal, TWO_WAYS, type DecimalSign } from './decimalText';
import { readable } from './readable';
import { say, type Sentence } from '../language/sentence';

/** An amount as a record states it; the currency only when it is stated with the amount. */
export interface Money {
	amount: number;
	currency?: StatedCurrency;
}

const LONGEST = 60;

/** What is written before and behind the digits; nothing else may stand between the two. */
const PARTS = /^([^\d]*)(\d[\d.,'’\s]*\d|\d)([^\d]*)$/;

/** What is written for no cents: `1500.-`, `1500,--`, `1500:-`. */
const NO_CENTS = /^[.,:](?:-{1,2}|–|—)/;

/** Blanks and apostrophes between digits group by three. */
const SPACED = /^\d{1,3}(?:['’ ]\d{3})*(?:[.,]\d*)?$/;

/**
 * Reads an amount of money: a number, or text with or without a currency before or behind and in
 * either decimal style (`€ 12.500,00`, `12,500.00 USD`, `R$ 1.500,00`, `1 500 kr`, `(1,500.00)`).
 *
 * @param decimal the decimal sign, when texts such as `1.500` must be told apart
 * @returns what is wrong instead, when it is not an amount or can be read in two ways
 */
export function readMoney(value: unknown, decimal?: DecimalSign): Money | Sentence {
	if (typeof value === 'number') return Number.isFinite(value) ? { amount: value } : notMoney();
	if (typeof value !== 'string' || value.length > LONGEST) return notMoney();
	const parts = PARTS.exec(readable(value).replace(/\u2212/g, '-'));
	if (parts === null) return notMoney();
	const [, before = '', digits = '', behind = ''] = parts;
	const signs = readSigns(before, behind);
	const size = readSize(digits, decimal);
	if (size === TWO_WAYS) return say('shortfallTwoWays', { value: digits });
	if (signs === undefined || size === undefined) return notMoney();
	const amount = signs.negative && size !== 0 ? -size : size;
	return signs.currency === undefined ? { amount } : { amount, currency: signs.currency };
}

const notMoney = (): Sentence => say('shortfallNotMoney');

function readSize(
	digits: string,
	decimal: DecimalSign | undefined,
): number | typeof TWO_WAYS | undefined {
	const spaced = /['’\s]/.test(digits);
	if (spaced && !SPACED.test(digits)) return undefined;
	// What is grouped by blanks needs no other sign for it: the one that is left is the decimal sign.
	const left = spaced ? digits.replace(/['’ ]/g, '').replace(',', '.') : digits;
	return readDecimal(left, spaced ? '.' : decimal);
}

interface Signs {
	negative: boolean;
	currency: StatedCurrency | undefined;
}

/** Undefined when something else than a sign and a currency is written around the digits. */
function readSigns(before: string, behind: string): Signs | undefined {
	const bracketed = before.includes('(') && behind.includes(')');
	const after = behind.replace(NO_CENTS, '');
	const minus = /[-–]/.test(before) || /^\s*-\s*$|-$/.test(after);
	const notes = [before, after].map((note) => note.replace(bracketed ? /[()+–-]/g : /[+–-]/g, ''));
	const [front = '', back = ''] = notes.map((note) => note.trim());
	const stated = [front, back].filter((note) => note !== '').map(readCurrency);
	const [one, other] = stated;
	const negative = bracketed || minus;
	if (stated.length === 0) return { negative, currency: undefined };
	if (one === undefined || (stated.length === 2 && other === undefined)) return undefined;
	const currency = other === undefined ? one : agreedCurrency(one, other);
	return currency === undefined ? undefined : { negative, currency };
}
