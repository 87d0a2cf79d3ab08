export type DecimalSign = '.' | ',';

/** What stands for a text that may mean two numbers, such as 1.200. */
export const TWO_WAYS = Symbol('two ways');

/** Groups of three, or of two before the last three, as India writes them. */
const GROUPED = /^\d{1,30}$|^\d{1,3}(?:[.,]\d{3}){1,9}$|^\d{1,2}(?:[.,]\d{2}){1,9}[.,]\d{3}$/;
const FRACTION = /^\d{0,30}$/;

/**
 * Reads a number in either decimal style, without sign, from a text of digits, points and commas. The
 * last of two different signs is the decimal sign; a single one is, unless it may group by three.
 *
 * @param stated the decimal sign where it is known
 * @returns undefined when the text is no number
 */
export function readDecimal(
	text: string,
	stated: DecimalSign | undefined,
): number | typeof TWO_WAYS | undefined {
	const decimal = stated ?? guessDecimal(text);
	if (decimal === TWO_WAYS) return TWO_WAYS;
	const [whole = '', fraction = '', ...more] = text.split(decimal);
	if (more.length > 0 || !GROUPED.test(whole) || !FRACTION.test(fraction)) return undefined;
	return Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`);
}

function guessDecimal(text: string): DecimalSign | typeof TWO_WAYS {
	const dot = text.lastIndexOf('.');
	const comma = text.lastIndexOf(',');
	if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
	if (dot < 0 && comma < 0) return '.';
	const sign = dot >= 0 ? '.' : ',';
	if (text.indexOf(sign) !== text.lastIndexOf(sign)) return sign === '.' ? ',' : '.';
	return mayGroup(text) ? TWO_WAYS : sign;
}

/** Whether the one sign in a number may stand between thousands as well as before a fraction. */
export const mayGroup = (text: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
