import { mayGroup, readDecimal, TWO_WAYS, type DecimalSign } from './decimalText';
import { readable } from './readable';

const NUMBER = /^\d{1,30}(?:\.\d{1,30})?$/;
const LONGEST = 70;

/** Digits alone are the same number with every sign for groups and decimals. */
const DIGITS = /^\d{1,15}$/;

/**
 * Reads a number, also from text as CRMs send it (`"5000.50"`).
 *
 * @param decimal the decimal sign, where texts such as `1.200` must be told apart; then numbers may
 * be grouped by the other sign
 * @returns TWO_WAYS for a text that may mean two numbers; undefined for anything else
 */
export function readNumber(
	value: unknown,
	decimal?: DecimalSign,
): number | typeof TWO_WAYS | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.length > LONGEST) return undefined;
	if (DIGITS.test(value)) return Number(value);
	const text = readable(value).replace(/^[\u2212\u2013]/, '-');
	const digits = text.replace(/^[+-]/, '');
	const number = readDigits(digits, decimal);
	return typeof number === 'number' && text.startsWith('-') ? -number : number;
}

function readDigits(
	digits: string,
	decimal: DecimalSign | undefined,
): number | typeof TWO_WAYS | undefined {
	if (decimal !== undefined) return readDecimal(digits, decimal);
	if (mayGroup(digits)) return TWO_WAYS;
	return NUMBER.test(digits) ? Number(digits) : undefined;
}
