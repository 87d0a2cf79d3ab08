import type { Instant } from '../base/instant';
import type { OpenDays } from './openDays';
import { DAY } from './wallClock';
import { firstInstantAt, type Zone } from './zone';

/** A half-open interval of real time. */
export type Span = readonly [open: Instant, close: Instant];

/** The hours of one team, read in its own zone. */
export interface TeamHours {
	zone: Zone;
	days: OpenDays;
}

/** A team's hours, and those of other teams that widen (any) or narrow (all) them. */
export interface WorkingHours extends TeamHours {
	union: readonly TeamHours[];
	intersection: readonly TeamHours[];
}

/** The merged open spans between two instants, cut at both. */
export function openSpans(hours: WorkingHours, from: Instant, to: Instant): Span[] {
	const any = mergeSpans([hours, ...hours.union].flatMap((team) => teamSpans(team, from, to)));
	return hours.intersection.reduce(
		(open, team) => commonSpans(open, mergeSpans(teamSpans(team, from, to))),
		any,
	);
}

function teamSpans({ zone, days }: TeamHours, from: Instant, to: Instant): Span[] {
	const found: Span[] = [];
	const last = Math.floor(to / DAY) + 2;
	for (let day = Math.floor(from / DAY) - 2; day < last; day++) {
		for (const [open, close] of days.spansOf(day)) {
			const cuts = close > DAY && days.cutsAtMidnight && days.isHoliday(day + 1);
			const cut = cuts ? DAY : close;
			const start = Math.max(from, firstInstantAt(zone, day * DAY + open));
			const end = Math.min(to, firstInstantAt(zone, day * DAY + cut));
			if (end > start) found.push([start, end]);
		}
	}
	return found;
}

/** Overlapping and touching spans become one; the result is in order. */
function mergeSpans(spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const [open, close] of [...spans].sort(([left], [right]) => left - right)) {
		const last = merged[merged.length - 1];
		if (last && open <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], close)];
		else merged.push([open, close]);
	}
	return merged;
}

/** What lies in a span of both lists; each is in order and its spans lie apart. */
function commonSpans(left: readonly Span[], right: readonly Span[]): Span[] {
	const common: Span[] = [];
	let [i, j] = [0, 0];
	for (;;) {
		const [a, b] = [left[i], right[j]];
		if (!a || !b) return common;
		const open = Math.max(a[0], b[0]);
		const close = Math.min(a[1], b[1]);
		if (close > open) common.push([open, close]);
		if (a[1] <= b[1]) i++;
		else j++;
	}
}
