import type { Instant } from '../base/instant';
import { say } from '../language/sentence';
import { formatAllowance, formatAllowanceAndCutOff, type Allowance } from './allowance';
import { changeSentences } from './clockChanges';
import { daysSentences } from './daysExplained';
import { type Stretch, countedStretches } from './countedStretches';
import { localDay } from './localTime';
import { nextOpen, openBetween } from './openTime';
import type { Run } from './pausedTime';
import type { Revision } from './revision';
import { revisionSentence } from './revisionExplained';
import { specialDaySentences } from './specialDays';
import { formatDuration, tell, tellMoment, tellSpan, type Voice } from './voice';

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
export function explainClock(
	run: Run,
	clock: ExplainedClock,
	{ deadline, voice }: { deadline: Instant; voice: Voice },
): string[] {
	const paused = clock.pauses.some(({ to }) => to === undefined);
	const { zone } = run.table;
	const stretches = countedStretches(run, deadline);
	const at = tellMoment(zone, deadline, voice);
	return [
		startSentence(run, clock.target, voice),
		...daysSentences(run, clock.target, voice),
		...beginSentences(run, stretches, voice),
		...countedSentences(run, stretches, voice),
		...specialDaySentences(run, clock.target, { deadline, stretches, voice }),
		...pauseSentences(run, deadline, voice),
		...changeSentences(run, deadline, voice),
		...(clock.revisions ?? []).map((revision) => revisionSentence(run, revision, voice)),
		...feedSentences(run, deadline, voice),
		tell(paused ? say('clockPausedNow', { at }) : say('clockDue', { at, zone: zone.name }), voice),
	];
}

function startSentence({ table: { zone }, start }: Run, allowance: Allowance, voice: Voice) {
	const { wording } = voice;
	const time = formatAllowance(allowance, wording);
	const priority = allowance.priority && JSON.stringify(allowance.priority);
	const granted =
		priority === undefined
			? time
			: tell(say('allowedPriority', { allowed: time, priority }), voice);
	const allowed = formatAllowanceAndCutOff(allowance, granted, wording);
	const at = tellMoment(zone, start, voice);
	return tell(say('clockStarts', { at, zone: zone.name, allowed }), voice);
}

/** When counting does not begin at once: outside working hours, or in a pause. */
function beginSentences(
	{ table, start }: Run,
	[first]: readonly Stretch[],
	voice: Voice,
): string[] {
	const opening = nextOpen(table, start);
	const begins = first?.open ?? opening;
	if (begins === start) return [];
	const at = tellMoment(table.zone, begins, voice);
	if (opening === start) return [tell(say('clockPausedFirst', { at }), voice)];
	return [tell(say(begins === opening ? 'clockOutside' : 'clockOutsidePaused', { at }), voice)];
}

/** "Counts Mon 2026-03-02 16:00 to 17:00: 1 h." for each stretch, long lists summed up. */
function countedSentences(
	{ table: { zone } }: Run,
	stretches: readonly Stretch[],
	voice: Voice,
): string[] {
	const amounts = wholeSeconds(stretches.map(({ open, close }) => close - open));
	const all = stretches
		.map(({ open, close }, place) => ({ open, close, amount: amounts[place] ?? 0 }))
		.filter(({ amount }) => amount > 0);
	const format = (amount: number) => formatDuration(amount, voice.wording);
	const tellOne = ({ open, close, amount }: (typeof all)[number]) => {
		const span = tellSpan(zone, { from: open, to: close }, voice);
		return tell(say('clockCounts', { span, time: format(amount) }), voice);
	};
	if (all.length <= 2 * WRITTEN_OUT + 1) return all.map(tellOne);
	const middle = all.slice(WRITTEN_OUT, -WRITTEN_OUT);
	const total = middle.reduce((sum, { amount }) => sum + amount, 0);
	return [
		...all.slice(0, WRITTEN_OUT).map(tellOne),
		tell(say('clockCountsMore', { count: middle.length, time: format(total) }), voice),
		...all.slice(-WRITTEN_OUT).map(tellOne),
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
function feedSentences({ table: { hours } }: Run, deadline: Instant, voice: Voice): string[] {
	const teams = [hours, ...hours.union, ...hours.intersection];
	const ends = teams.flatMap(({ zone, days: { knownUntil } }) =>
		knownUntil !== undefined && localDay(zone, deadline) > knownUntil ? [knownUntil] : [],
	);
	if (ends.length === 0) return [];
	return [tell(say('clockFeedEnds', { day: voice.formatDay(Math.min(...ends)) }), voice)];
}

function pauseSentences({ table, pauses }: Run, deadline: Instant, voice: Voice): string[] {
	const format = (at: Instant) => tellMoment(table.zone, at, voice);
	return pauses
		.filter(({ from }) => from < deadline)
		.map(({ from, to = deadline, why }) => {
			const time = formatDuration(openBetween(table, from, to), voice.wording);
			const ends = { from: format(from), to: format(to) };
			const span = say('clockSpan', ends);
			return tell(say(why === 'question' ? 'clockStood' : 'clockPaused', { span, time }), voice);
		});
}
