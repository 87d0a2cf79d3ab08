import { formatRate } from '../formatFigures';
import type { ChangeText } from './changeText';
import type { Trend } from './trends';

type Direction = 'more' | 'fewer';

/** A figure that went up or down at once, from a week on. */
const JUMPS: Record<TrendFigure, Record<Direction, (week: string) => string>> = {
	firstPass: {
		more: (week) => `More are accepted at the first attempt since the week of ${week}`,
		fewer: (week) => `Fewer are accepted at the first attempt since the week of ${week}`,
	},
	returned: {
		more: (week) => `More are returned since the week of ${week}`,
		fewer: (week) => `Fewer are returned since the week of ${week}`,
	},
	unanswered: {
		more: (week) => `More are left unanswered since the week of ${week}`,
		fewer: (week) => `Fewer are left unanswered since the week of ${week}`,
	},
	answeredInTime: {
		more: (week) => `More are answered in time since the week of ${week}`,
		fewer: (week) => `Fewer are answered in time since the week of ${week}`,
	},
};

/** A figure that goes up or down bit by bit. */
const TRENDS: Record<TrendFigure, Record<Direction, string>> = {
	firstPass: {
		more: 'From week to week more are accepted at the first attempt',
		fewer: 'From week to week fewer are accepted at the first attempt',
	},
	returned: {
		more: 'From week to week more are returned',
		fewer: 'From week to week fewer are returned',
	},
	unanswered: {
		more: 'From week to week more are left unanswered',
		fewer: 'From week to week fewer are left unanswered',
	},
	answeredInTime: {
		more: 'From week to week more are answered in time',
		fewer: 'From week to week fewer are answered in time',
	},
};

type TrendFigure = Trend['figure'];

/** @param week the Monday of the week from which on it differs most, as people say it */
export function formatTrend({ figure, kind, before, after }: Trend, week: string): ChangeText {
	const direction = (after.share ?? 0) > (before.share ?? 0) ? 'more' : 'fewer';
	const title = kind === 'jump' ? JUMPS[figure][direction](week) : TRENDS[figure][direction];
	return {
		title,
		text: `Since the week of ${week}: ${formatRate(after)}; before: ${formatRate(before)}.`,
	};
}
