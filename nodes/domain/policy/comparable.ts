import { readDay } from './day';
import { lieWithin } from './exactDistance';
import { readMoney } from './readMoney';
import { readNumber } from './readNumber';
import { readPhone } from './readPhone';
import { readable } from './readable';
import type { SourceSettings } from './sources';

/**
 * What is left of a value once its way of writing is taken away. Amounts are compared within a
 * tolerance, the rest exactly.
 */
export interface Comparable {
	exact: string;
	amount?: number;
	/** The currencies that the amount may be in; any when left out. */
	currencies?: readonly string[] | undefined;
}

/** How values are compared, once it is known in which zone their days are. */
export type Comparing = SourceSettings & { timezone: string };

type Normalise = (value: unknown, settings: Comparing) => Comparable | undefined;

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? readable(String(value)).replace(/\s+/g, ' ').toLowerCase()
		: undefined;

const exactly = (exact: string | undefined): Comparable | undefined =>
	exact === undefined ? undefined : { exact };

const NORMALISERS: Record<SourceSettings['compareAs'], Normalise> = {
	text: (value) => exactly(textOf(value)),
	email: (value) => exactly(textOf(value)),
	name: (value) => exactly(nameOf(textOf(value))),
	phone: (value, { country }) => {
		const phone = readPhone(value, country);
		return phone && { exact: `${phone.number} ${phone.extension}` };
	},
	date: (value, settings) => exactly(readDay(value, settings)?.toString()),
	number: (value, { decimal }) => {
		const amount = readNumber(value, decimal);
		return typeof amount === 'number' ? { exact: '', amount } : undefined;
	},
	money: (value, { decimal }) => {
		const money = readMoney(value, decimal);
		if ('code' in money) return undefined;
		return { exact: '', amount: money.amount, currencies: money.currency?.possible };
	},
};

/** Undefined when the value cannot be read as what it is compared as. */
export const readComparable = (value: unknown, settings: Comparing): Comparable | undefined =>
	NORMALISERS[settings.compareAs](value, settings);

/** An amount without a currency agrees with the same amount in any. */
export function holdSameFact(left: Comparable, right: Comparable, tolerance: number): boolean {
	if (left.amount === undefined || right.amount === undefined) return left.exact === right.exact;
	const [one, other] = [left.currencies, right.currencies];
	const sameCurrency =
		one === undefined || other === undefined || one.some((code) => other.includes(code));
	return sameCurrency && lieWithin(left.amount, right.amount, tolerance);
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
