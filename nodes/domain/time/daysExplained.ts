import type { Instant } from '../base/instant';
import { say } from '../language/sentence';
import type { Allowance } from './allowance';
import { daysAllowed } from './allowedTime';
import { formatDuration, tell, type Voice } from './voice';
import type { WorkingHours } from './openSpans';
import { emptyTable } from './openTable';
import { openBetween } from './openTime';
import type { Run } from './pausedTime';
import { asProblem } from './problemAt';
import { workingDayOf } from './workingDays';

/** Of working days: from which one they count, when the last one ends, and how much time that is. */
export function daysSentences(
	{ table, start }: Run,
	{ workingDays, cutOff }: Allowance,
	voice: Voice,
): string[] {
	if (workingDays === undefined) return [];
	const { from, end } = daysAllowed(table, start, { workingDays, cutOff });
	const time = formatDuration(openBetween(table, start, end), voice.wording);
	const last = voice.formatDay(workingDayOf(table, end));
	return [tell(say('clockDays', { from: voice.formatDay(from), end: last, time }), voice)];
}

/** Whether working days would end at another time by other hours. */
export function movesDays(
	{ table, start }: Run,
	{ workingDays, cutOff }: Allowance,
	hours: WorkingHours,
): boolean {
	if (workingDays === undefined) return false;
	const allowance = { workingDays, cutOff };
	return endBy(hours, start, allowance) !== daysAllowed(table, start, allowance).end;
}

/** Undefined where those hours do not have so many working days. */
function endBy(
	hours: WorkingHours,
	start: Instant,
	allowance: Parameters<typeof daysAllowed>[2],
): Instant | undefined {
	try {
		return daysAllowed(emptyTable(hours), start, allowance).end;
	} catch (thrown) {
		asProblem(thrown);
		return undefined;
	}
}
