import { say, type Sentence } from '../language/sentence';
import { mayGroup, type DecimalSign } from '../policy/decimalText';
import { readMoney, type Money } from '../policy/readMoney';
import { readable } from '../policy/readable';

/** More digits are those that a number loses. */
const MOST_DIGITS = 15;

/**
 * Reads a number or an amount that a person typed, in either decimal style. One that may mean two is
 * what the policy says of the record's own texts, and asked for again where it says nothing.
 *
 * @returns what is wrong, and how to write it
 */
export function readTypedAmount(text: string, decimal: DecimalSign | undefined): Money | Sentence {
	const read = readMoney(text);
	if (!('code' in read) || read.code !== 'shortfallTwoWays') return read;
	const stated = decimal === undefined ? read : readMoney(text, decimal);
	return 'code' in stated ? sayTwoWays(text) : stated;
}

function sayTwoWays(text: string): Sentence {
	const digits = text.replace(/[^\d.,]/g, '');
	const fraction = Number(digits.replace(',', '.'));
	return say('valueTwoWays', {
		one: digits.replace(/[.,]/, ''),
		other: writeDigits(fraction, '.'),
	});
}

/** A number that was typed, without a currency. */
export function readTypedNumber(text: string, decimal: DecimalSign | undefined): number | Sentence {
	const read = readTypedAmount(text, decimal);
	if ('code' in read) {
		return read.code === 'shortfallNotMoney' ? say('shortfallNotNumber') : read;
	}
	return read.currency === undefined ? read.amount : say('shortfallNotNumber');
}

/** A number in digits that mean nothing else: without groups, 1.234 as `1.2340`. */
export function writeDigits(number: number, decimal: DecimalSign): string {
	const digits = String(number);
	const written = mayGroup(digits.replace('-', '')) ? `${digits}0` : digits;
	return decimal === '.' ? written : written.replace('.', ',');
}

/**
 * A number as the record keeps it, from what was typed. As text it keeps its digits, however many.
 *
 * @returns what is wrong with a number that has more digits than a number keeps
 */
export function storedNumber(
	number: number,
	text: string,
	{ storedAs, decimal = '.' }: { storedAs: 'number' | 'text'; decimal?: DecimalSign | undefined },
): number | string | Sentence {
	const digits = readable(text);
	if (storedAs === 'text' && /^-?\d{1,60}$/.test(digits)) return digits;
	const isKept = Math.abs(number) < 10 ** MOST_DIGITS && !String(number).includes('e');
	if (!isKept) return say('shortfallTooLong', { count: MOST_DIGITS });
	return storedAs === 'text' ? writeDigits(number, decimal) : number;
}
