import type { Instant } from '../base/instant';
import { intervalsBetween } from './openTime';
import type { Run } from './pausedTime';

export interface Stretch {
	open: Instant;
	close: Instant;
}

/** The open intervals from start to deadline without the pauses. */
export function countedStretches({ table, start, pauses }: Run, deadline: Instant): Stretch[] {
	const gaps = [...pauses.filter(({ from }) => from < deadline), { from: deadline, to: deadline }];
	let from = start;
	return gaps.flatMap((gap) => {
		const [begin, end] = [from, gap.from];
		from = gap.to ?? deadline;
		return intervalsBetween(table, begin, end)
			.map(({ open, close }) => ({ open: Math.max(open, begin), close: Math.min(close, end) }))
			.filter(({ open, close }) => close > open);
	});
}
