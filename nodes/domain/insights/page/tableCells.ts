import type { Rate, Spread } from '../rate';
import { formatCounts, formatMedian, formatP90, formatShare } from '../formatFigures';
import type { Cell } from './table';

export const plain = (text: string | number): Cell => ({ text: String(text) });

export const rateCell = (rate: Rate): Cell => ({
	text: formatShare(rate),
	sub: formatCounts(rate),
});

export const spreadCell = (spread: Spread): Cell => ({
	text: formatMedian(spread),
	...(spread.p90 !== undefined && { sub: `90 %: ${formatP90(spread)}` }),
});
