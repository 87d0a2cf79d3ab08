import { formatRate } from '../formatFigures';
import type { ChangeText } from './changeText';
import type { WeekdayLine } from './weekdays';

const DAYS = [
	'Mondays',
	'Tuesdays',
	'Wednesdays',
	'Thursdays',
	'Fridays',
	'Saturdays',
	'Sundays',
] as const;

/** What happens on one day of the week more than on others. */
export function formatWeekday(line: WeekdayLine): ChangeText {
	const { weekday, thatDay, otherDays, policyId } = line;
	const day = DAYS[weekday - 1] ?? '';
	return {
		title: titleOf(line, day),
		text: `Of what was asked about on ${day} under ${policyId}: ${formatRate(thatDay)}; on other days: ${formatRate(otherDays)}.`,
	};
}

function titleOf({ what, label = '' }: WeekdayLine, day: string): string {
	if (what === 'reason') return `On ${day} more are returned for “${label}”`;
	return what === 'returned' ? `On ${day} more are returned` : `On ${day} more are left unanswered`;
}
