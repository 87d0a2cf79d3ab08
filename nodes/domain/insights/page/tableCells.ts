import type { Rate, Spread } from '../rate';
import { sayCounts, sayMedian, sayP90, sayShare } from '../say';
import type { Cell } from './table';

export const plain = (text: string | number): Cell => ({ text: String(text) });

export const rateCell = (rate: Rate): Cell => ({ text: sayShare(rate), sub: sayCounts(rate) });

export const spreadCell = (spread: Spread): Cell => ({
	text: sayMedian(spread),
	...(spread.p90 !== undefined && { sub: `90 %: ${sayP90(spread)}` }),
});
