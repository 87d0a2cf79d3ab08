import type { Instant } from '../base/instant';
import {
	formatDuration,
	formatDateWithWeekday,
	formatDateAndTime,
	formatTimeOfDay,
	localDay,
} from './localTime';
import { nextOpen, openBetween } from './openTime';
import type { Run } from './pausedTime';
import { readInstant } from './readInstant';
import type { Revision } from './revision';
import type { Target } from './target';
import { MINUTE, type DayNumber } from './wallClock';
import { offsetChangesBetween, offsetAt } from './zone';
import { type Stretch, countedStretches } from './countedStretches';

/** So many lines are written out at the start and at the end; the rest is summed up. */
const WRITTEN_OUT = 4;

interface ExplainedClock {
	target: Pick<Target, 'minutes' | 'priority'>;
	pauses: ReadonlyArray<{ to?: string | undefined }>;
	revisions?: readonly Revision[] | undefined;
}

/**
 * Why a deadline is when it is, in sentences that can be shown to a client: the start, the intervals
 * that counted, holidays, special hours, pauses and clock changes on the way, and the result. All
 * times are local to the calendar.
 *
 * @param clock the target in minutes, and whether the last pause is still open
 */
export function explainClock(run: Run, clock: ExplainedClock, deadline: Instant): string[] {
	const paused = clock.pauses.some(({ to }) => to === undefined);
	const amount = formatDuration(clock.target.minutes * MINUTE);
	const { priority } = clock.target;
	const { table, start } = run;
	const opening = nextOpen(table, start);
	return [
		`Starts ${formatDateAndTime(table.zone, start)} (${table.zone.name}) and allows ${amount} of working time${priority === undefined ? '' : ` for the priority ${JSON.stringify(priority)}`}.`,
		...(opening > start
			? [
					`That is outside working hours, so counting begins ${formatDateAndTime(table.zone, opening)}.`,
				]
			: []),
		...countedSentences(run, deadline),
		...daySentences(run, deadline),
		...pauseSentences(run, deadline),
		...changeSentences(run, deadline),
		...(clock.revisions ?? []).map((revision) => revisionSentence(run, revision)),
		paused
			? `The clock is paused. If it goes on now, it is due ${formatDateAndTime(table.zone, deadline)}.`
			: `So it is due ${formatDateAndTime(table.zone, deadline)} (${table.zone.name}).`,
	];
}

/** "Counts Mon 2026-03-02 16:00 to 17:00: 1 h." for each stretch, long lists summed up. */
function countedSentences(run: Run, deadline: Instant): string[] {
	const stretches = countedStretches(run, deadline);
	if (stretches.length <= 2 * WRITTEN_OUT) return stretches.map(sentenceOf(run));
	const middle = stretches.slice(WRITTEN_OUT, -WRITTEN_OUT);
	const total = middle.reduce((sum, { open, close }) => sum + close - open, 0);
	return [
		...stretches.slice(0, WRITTEN_OUT).map(sentenceOf(run)),
		`Counts ${middle.length} more stretches of working time in between: ${formatDuration(total)}.`,
		...stretches.slice(-WRITTEN_OUT).map(sentenceOf(run)),
	];
}

const sentenceOf =
	({ table: { zone } }: Run) =>
	({ open, close }: Stretch): string => {
		const sameDay = localDay(zone, open) === localDay(zone, close);
		const end = sameDay ? formatTimeOfDay(zone, close) : formatDateAndTime(zone, close);
		return `Counts ${formatDateAndTime(zone, open)} to ${end}: ${formatDuration(close - open)}.`;
	};

/** Holidays that took working hours away, and dates with hours of their own. */
function daySentences({ table, start }: Run, deadline: Instant): string[] {
	const { days, zone } = table;
	const holidays: DayNumber[] = [];
	const exceptions: DayNumber[] = [];
	for (let day = localDay(zone, start); day <= localDay(zone, deadline); day++) {
		if (days.isHoliday(day) && days.regularSpansOf(day).length > 0) holidays.push(day);
		if (days.isException(day)) exceptions.push(day);
	}
	return [
		...listSentence(holidays, 'Closed for a holiday'),
		...listSentence(exceptions, 'Special hours apply'),
	];
}

function listSentence(days: readonly DayNumber[], what: string): string[] {
	if (days.length === 0) return [];
	const named = days
		.slice(0, 2 * WRITTEN_OUT)
		.map(formatDateWithWeekday)
		.join(', ');
	const rest = days.length - 2 * WRITTEN_OUT;
	return [`${what}: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`];
}

function pauseSentences({ table, pauses }: Run, deadline: Instant): string[] {
	return pauses
		.filter(({ from }) => from < deadline)
		.map(({ from, to = deadline }) => {
			const amount = formatDuration(openBetween(table, from, to));
			const span = `${formatDateAndTime(table.zone, from)} to ${formatDateAndTime(table.zone, to)}`;
			return `Paused from ${span}: ${amount} of working time not counted.`;
		});
}

/** Clock changes inside counted hours: they make a shift shorter or longer than it looks. */
function changeSentences(run: Run, deadline: Instant): string[] {
	const { zone } = run.table;
	const stretches = countedStretches(run, deadline);
	return offsetChangesBetween(zone, run.start, deadline)
		.filter((change) => stretches.some(({ open, close }) => open <= change && change <= close))
		.map((change) => {
			const moved = offsetAt(zone, change) - offsetAt(zone, change - 1);
			const way = moved > 0 ? 'forward' : 'back';
			return `The clocks go ${way} by ${formatDuration(Math.abs(moved))} on ${formatDateWithWeekday(localDay(zone, change - 1))}; real time counts.`;
		});
}

function revisionSentence(
	{ table: { zone } }: Run,
	{ at, minutes, deadline, calendarChanged }: Revision,
) {
	const format = (text: string) => formatDateAndTime(zone, readInstant(text, 'The change'));
	const [before, after] = [minutes.before, minutes.after].map((n) => formatDuration(n * MINUTE));
	const changes = [
		...(before === after ? [] : [`${after} instead of ${before} of working time`]),
		...(calendarChanged ? ['other working hours'] : []),
	];
	const what = changes.join(' and ') || 'other milestones';
	return `Agreed anew ${format(at)}: ${what}; it was due ${format(deadline.before)} before.`;
}
