import type { Rate, Spread } from '../rate';
import type { ReturnCost } from '../returnCost';
import {
	formatHoursAndMinutes,
	formatCounts,
	formatMedian,
	formatP90,
	formatShare,
} from '../formatFigures';
import type { Cell } from './table';

export const plain = (text: string | number): Cell => ({ text: String(text) });

export const rateCell = (rate: Rate): Cell => ({
	text: formatShare(rate),
	sub: formatCounts(rate),
});

/** What returns cost: all of it, and the middle of those that were handed over again. */
export const costCell = (cost: ReturnCost): Cell => {
	if (cost.n === 0) return { text: '–' };
	const text = formatHoursAndMinutes(cost.total);
	return { text, sub: `median of ${cost.n}: ${formatMedian(cost)}` };
};

export const spreadCell = (spread: Spread): Cell => ({
	text: formatMedian(spread),
	...(spread.p90 !== undefined && { sub: `90 %: ${formatP90(spread)}` }),
});
