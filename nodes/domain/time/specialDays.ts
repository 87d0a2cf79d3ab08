import type { Instant } from '../base/instant';
import { say } from '../language/sentence';
import type { Allowance } from './allowance';
import type { Stretch } from './countedStretches';
import { movesDays } from './daysExplained';
import { localDay } from './localTime';
import { openSpans, type Span, type TeamHours, type WorkingHours } from './openSpans';
import type { Pause, Run } from './pausedTime';
import { tell, type Voice } from './voice';
import { DAY, type DayNumber } from './wallClock';
import { firstInstantAt } from './zone';

/** So many dates are named; the rest is counted. */
const MOST_NAMED = 8;
/** More dates than this on the way are not looked at one by one. */
const MOST_JUDGED = 366;

/** What of a clock is explained, and to whom. */
interface Explained {
	deadline: Instant;
	stretches: readonly Stretch[];
	voice: Voice;
}

/**
 * The holidays and exceptions, of any of the teams, without which other time would have counted: in
 * sentences by what they did. A holiday on a day on which others worked did nothing.
 */
export function specialDaySentences(
	run: Run,
	allowance: Allowance,
	{ deadline, stretches, voice }: Explained,
): string[] {
	const { hours } = run.table;
	const teams = [hours, ...hours.union, ...hours.intersection];
	const found = new Map<Effect, string[]>();
	for (const team of teams) {
		for (const day of specialDaysOf(team, run.start, deadline)) {
			const plain = withoutSpecial(hours, team, day);
			if (!changesTime(run, deadline, { team, day, plain }) && !movesDays(run, allowance, plain)) {
				continue;
			}
			const what = effectOf(team, day, stretches);
			const named = found.get(what) ?? [];
			const date = formatDay(team, day, voice);
			if (!named.includes(date)) found.set(what, [...named, date]);
		}
	}
	return EFFECTS.flatMap((what) => listSentence(what, found.get(what) ?? [], voice));
}

const EFFECTS = ['clockHoliday', 'clockFewer', 'clockClosed', 'clockSpecial'] as const;
type Effect = (typeof EFFECTS)[number];

function effectOf(
	{ zone, days }: TeamHours,
	day: DayNumber,
	stretches: readonly Stretch[],
): Effect {
	const [from, to] = [firstInstantAt(zone, day * DAY), firstInstantAt(zone, (day + 1) * DAY)];
	const counted = stretches.some(({ open, close }) => open < to && close > from);
	if (days.isHoliday(day)) return counted ? 'clockFewer' : 'clockHoliday';
	return days.spansOf(day).length === 0 && !counted ? 'clockClosed' : 'clockSpecial';
}

/** A shift of the evening before, and one that begins late, belong to the dates around. */
const specialDaysOf = ({ zone, days }: TeamHours, start: Instant, deadline: Instant): DayNumber[] =>
	days
		.specialBetween(localDay(zone, start) - 1, localDay(zone, deadline) + 1)
		.sort((one, other) => one - other)
		.slice(0, MOST_JUDGED);

/** Whether other time would count if a date were like any other of its weekday. */
function changesTime(
	{ table, start, pauses }: Run,
	deadline: Instant,
	{ team, day, plain }: { team: TeamHours; day: DayNumber; plain: WorkingHours },
): boolean {
	const from = Math.max(start, firstInstantAt(team.zone, (day - 1) * DAY));
	const to = Math.min(deadline, firstInstantAt(team.zone, (day + 3) * DAY));
	const counted = (hours: WorkingHours) =>
		openSpans(hours, from, to)
			.flatMap((span) => outsidePauses(span, pauses))
			.join(' ');
	return counted(table.hours) !== counted(plain);
}

function outsidePauses([open, close]: Span, pauses: readonly Pause[]): Span[] {
	const parts: Span[] = [];
	let from = open;
	for (const pause of pauses) {
		if (pause.from > from) parts.push([from, Math.min(pause.from, close)]);
		from = Math.max(from, pause.to ?? Infinity);
		if (from >= close) return parts.filter(([begin, end]) => begin < end);
	}
	return [...parts, [from, close]];
}

/** The working hours as they would be without the holiday or exception of one team on a date. */
function withoutSpecial(hours: WorkingHours, team: TeamHours, day: DayNumber): WorkingHours {
	const plain: TeamHours = {
		zone: team.zone,
		days: {
			...team.days,
			spansOf: (date) => (date === day ? team.days.regularSpansOf(date) : team.days.spansOf(date)),
			isHoliday: (date) => date !== day && team.days.isHoliday(date),
		},
	};
	const replace = (other: TeamHours) => (other === team ? plain : other);
	const { union, intersection } = hours;
	return {
		...replace(hours),
		union: union.map(replace),
		intersection: intersection.map(replace),
	};
}

function formatDay({ days }: TeamHours, day: DayNumber, voice: Voice): string {
	const name = days.isHoliday(day) ? days.holidayName(day) : undefined;
	return `${voice.formatDay(day)}${name === undefined ? '' : ` (${name})`}`;
}

function listSentence(what: Effect, dates: readonly string[], voice: Voice): string[] {
	if (dates.length === 0) return [];
	const count = dates.length - MOST_NAMED;
	const named = dates.slice(0, MOST_NAMED);
	return [
		tell(
			say(what, { dates: count > 0 ? say('clockMore', { dates: named, count }) : named }),
			voice,
		),
	];
}
