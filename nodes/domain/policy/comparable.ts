import { readDay } from './day';
import { readMoney } from './readMoney';
import { readNumber } from './readNumber';
import type { SourceSettings } from './sources';

/**
 * What is left of a value once its way of writing is taken away. Amounts are compared within a
 * tolerance, the rest exactly.
 */
export interface Comparable {
	exact: string;
	amount?: number;
}

type Normalise = (value: unknown, settings: SourceSettings) => Comparable | undefined;

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
		: undefined;

const exactly = (exact: string | undefined): Comparable | undefined =>
	exact === undefined ? undefined : { exact };

const NORMALISERS: Record<SourceSettings['compareAs'], Normalise> = {
	text: (value) => exactly(textOf(value)),
	email: (value) => exactly(textOf(value)),
	name: (value) => exactly(nameOf(textOf(value))),
	phone: (value, { country }) => exactly(phoneOf(textOf(value), country)),
	date: (value, settings) => exactly(readDay(value, settings)?.toString()),
	number: (value) => {
		const amount = readNumber(value);
		return amount === undefined ? undefined : { exact: '', amount };
	},
	money: (value, { decimal }) => {
		const money = readMoney(value, decimal);
		return typeof money === 'string'
			? undefined
			: { exact: money.currency ?? '', amount: money.amount };
	},
};

/** Undefined when the value cannot be read as what it is compared as. */
export const readComparable = (value: unknown, settings: SourceSettings): Comparable | undefined =>
	NORMALISERS[settings.compareAs](value, settings);

/** An amount without a currency agrees with the same amount in any. */
export function holdSameFact(left: Comparable, right: Comparable, tolerance: number): boolean {
	if (left.amount === undefined || right.amount === undefined) return left.exact === right.exact;
	const sameCurrency = left.exact === '' || right.exact === '' || left.exact === right.exact;
	return sameCurrency && Math.abs(left.amount - right.amount) <= tolerance;
}

/** Without accents and punctuation, and in whatever order: `Müller, Anna` is `Anna Muller`. */
const nameOf = (text: string | undefined): string | undefined =>
	text
		?.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '')
		.sort()
		.join(' ');

/** Digits with the country in front: `0049 (0)30 555` and `030 555` in +49 are `+4930555`. */
function phoneOf(text: string | undefined, country: string | undefined): string | undefined {
	const signs = text
		?.replace('(0)', '')
		.replace(/[^\d+]/g, '')
		.replace(/^00/, '+');
	if (signs === undefined || !/^\+?\d{3,}$/.test(signs)) return undefined;
	if (signs.startsWith('+') || country === undefined) return signs;
	return `${country}${signs.replace(/^0/, '')}`;
}
