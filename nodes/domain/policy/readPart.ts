import { readMoney, type Money } from './readMoney';
import type { DecimalSign } from './decimalText';
import { readable } from './readable';
import type { Sentence } from '../language/sentence';

const PERCENT = /\s*%$/;

/** Whether a value is written as a percentage, such as `30 %`. */
export const isPercentage = (value: unknown): value is string =>
	typeof value === 'string' && PERCENT.test(readable(value));

/** Reads a number, an amount or a percentage (`1,200.00 €`, `30 %`), or says what is wrong with it. */
export const readPart = (value: unknown, decimal: DecimalSign | undefined): Money | Sentence =>
	readMoney(isPercentage(value) ? readable(value).replace(PERCENT, '') : value, decimal);
