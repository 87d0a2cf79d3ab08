import { add, between } from '../../../nodes/domain/time/businessTime';
import { aYearAfter, OFFICE, STARTS } from './office';

const spans = STARTS.map((start) => ({ from: start, to: aYearAfter(start) }));

/** Ours from text to text, as a flow has it; the peers get their own objects. */
export const ours = {
	add: (hours: number): string[] => STARTS.map((start) => add(OFFICE, start, hours * 60)),
	betweenAYear: (): number[] => spans.map(({ from, to }) => between(OFFICE, from, to) / 60),
};
