import { formatHoursAndMinutes } from './formatFigures';
import type { OpenLine, OpenNow } from './openNow';
import type { ReturnCost } from './returnCost';

const DAY = 24 * 60;
/** From here on people count in days. */
const MANY_DAYS = 3;

/** How long something has waited by the wall clock: `5 h`, `12 days`. */
const formatWait = (minutes: number): string =>
	minutes < MANY_DAYS * DAY ? formatHoursAndMinutes(minutes) : `${Math.floor(minutes / DAY)} days`;

/** How many handoffs are open now, and what of them needs somebody. */
export function formatOpen({ open, overdue, stuck }: OpenNow): string {
	if (open === 0) return 'Nothing is open now.';
	return open === 1
		? `1 handoff is open now: ${overdue} overdue, ${stuck} stuck.`
		: `${open} handoffs are open now: ${overdue} overdue, ${stuck} stuck.`;
}

export const STUCK_MEANS =
	'Stuck: nobody has had it for a day, or nothing has happened to it for a week.';

/** Which record of a team has waited longest. */
export const formatLongest = ({ longestMinutes, longestRecordId }: OpenLine): string =>
	`${longestRecordId || 'one'} has waited longest, for ${formatWait(longestMinutes)}`;

/** What is open with one team. */
export const formatOpenLine = (line: OpenLine): string =>
	`${line.team || 'Nobody'}: ${line.open} open, ${line.overdue} overdue, ${line.stuck} stuck; ${formatLongest(line)}`;

/** What returns cost all sending teams; empty when none was handed over again. */
export function formatReturnCost({ n, total }: ReturnCost): string {
	if (n === 0) return '';
	const time = formatHoursAndMinutes(total);
	return n === 1
		? `One return has cost the sending team ${time} of working time until the receiving team was asked again.`
		: `${n} returns have cost the sending teams ${time} of working time until the receiving team was asked again.`;
}
