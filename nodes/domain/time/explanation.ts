import type { Instant } from '../base/instant';
import { formatAllowance, formatCutOff, type Allowance } from './allowance';
import { changeSentences } from './clockChanges';
import { daysSentences } from './daysExplained';
import { type Stretch, countedStretches } from './countedStretches';
import {
	formatDuration,
	formatDateWithWeekday,
	formatDateAndTime,
	formatSpan,
	localDay,
} from './localTime';
import { nextOpen, openBetween } from './openTime';
import type { Run } from './pausedTime';
import { readInstant } from './readInstant';
import type { Revision } from './revision';
import { specialDaySentences } from './specialDays';
import { MINUTE } from './wallClock';

/** So many lines are written out at the start and at the end; the rest is summed up. */
const WRITTEN_OUT = 4;

interface ExplainedClock {
	target: Allowance;
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
	const { zone } = run.table;
	const stretches = countedStretches(run, deadline);
	return [
		startSentence(run, clock.target),
		...daysSentences(run, clock.target),
		...beginSentences(run, stretches),
		...countedSentences(run, stretches),
		...specialDaySentences(run, clock.target, { deadline, stretches }),
		...pauseSentences(run, deadline),
		...changeSentences(run, deadline),
		...(clock.revisions ?? []).map((revision) => revisionSentence(run, revision)),
		...feedSentences(run, deadline),
		paused
			? `The clock is paused. If it goes on now, it is due ${formatDateAndTime(zone, deadline)}.`
			: `So it is due ${formatDateAndTime(zone, deadline)} (${zone.name}).`,
	];
}

function startSentence({ table: { zone }, start }: Run, allowance: Allowance): string {
	const { priority } = allowance;
	const why = priority === undefined ? '' : ` for the priority ${JSON.stringify(priority)}`;
	return `Starts ${formatDateAndTime(zone, start)} (${zone.name}) and allows ${formatAllowance(allowance)}${why}${formatCutOff(allowance)}.`;
}

/** When counting does not begin at once: outside working hours, or in a pause. */
function beginSentences({ table, start }: Run, [first]: readonly Stretch[]): string[] {
	const opening = nextOpen(table, start);
	const begins = first?.open ?? opening;
	if (begins === start) return [];
	const begin = `counting begins ${formatDateAndTime(table.zone, begins)}`;
	if (opening === start) return [`Paused at first, so ${begin}.`];
	return begins === opening
		? [`That is outside working hours, so ${begin}.`]
		: [`That is outside working hours, and then paused, so ${begin}.`];
}

/** "Counts Mon 2026-03-02 16:00 to 17:00: 1 h." for each stretch, long lists summed up. */
function countedSentences({ table: { zone } }: Run, stretches: readonly Stretch[]): string[] {
	const amounts = wholeSeconds(stretches.map(({ open, close }) => close - open));
	const all = stretches
		.map(({ open, close }, place) => ({ open, close, amount: amounts[place] ?? 0 }))
		.filter(({ amount }) => amount > 0);
	const say = ({ open, close, amount }: (typeof all)[number]) =>
		`Counts ${formatSpan(zone, open, close)}: ${formatDuration(amount)}.`;
	if (all.length <= 2 * WRITTEN_OUT + 1) return all.map(say);
	const middle = all.slice(WRITTEN_OUT, -WRITTEN_OUT);
	const total = middle.reduce((sum, { amount }) => sum + amount, 0);
	return [
		...all.slice(0, WRITTEN_OUT).map(say),
		`Counts ${middle.length} more stretches of working time in between: ${formatDuration(total)}.`,
		...all.slice(-WRITTEN_OUT).map(say),
	];
}

/** Amounts to the second that add up to their sum to the second; tiny ones as they are. */
function wholeSeconds(amounts: readonly number[]): number[] {
	let [sum, told] = [0, 0];
	const total = amounts.reduce((all, amount) => all + amount, 0);
	if (total < 1000) return [...amounts];
	return amounts.map((amount) => {
		sum += amount;
		const whole = Math.round(sum / 1000) * 1000 - told;
		told += whole;
		return whole;
	});
}

/** Holidays that the feed may bring later would move the deadline. */
function feedSentences({ table: { hours } }: Run, deadline: Instant): string[] {
	const teams = [hours, ...hours.union, ...hours.intersection];
	const ends = teams.flatMap(({ zone, days: { knownUntil } }) =>
		knownUntil !== undefined && localDay(zone, deadline) > knownUntil ? [knownUntil] : [],
	);
	if (ends.length === 0) return [];
	const last = formatDateWithWeekday(Math.min(...ends));
	return [`The holiday feed ends with ${last}; later holidays are not known.`];
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
