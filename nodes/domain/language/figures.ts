import { DateTime } from 'luxon';
import { remember } from '../base/remember';
import type { Wording } from './wording';

/** Below it a number may be a year, which nobody groups. */
const GROUPED_FROM = 10_000;
/** More digits are those by which a computer misses a decimal fraction. */
const MOST_DECIMALS = 6;

/** A number with the signs of a language: `1.5`, `12,000`. */
export const formatNumber = (number: number, { language }: Pick<Wording, 'language'>): string =>
	writerOf(`${language} ${Math.abs(number) < GROUPED_FROM ? '' : 'grouped'}`).format(number);

const writerOf = remember((key: string): Intl.NumberFormat => {
	const [language, grouped = ''] = key.split(' ');
	return new Intl.NumberFormat(language, {
		useGrouping: grouped !== '',
		maximumFractionDigits: MOST_DECIMALS,
	});
});

/** A day such as `2026-03-16` as a language writes it; what is no such day stays as it is. */
export function formatPlainDay(
	day: string,
	{ language, dateFormat }: Pick<Wording, 'language' | 'dateFormat'>,
): string {
	const read = DateTime.fromISO(day, { zone: 'utc', locale: language });
	return /^\d{4}-\d\d-\d\d$/.test(day) && read.isValid ? read.toFormat(dateFormat) : day;
}
