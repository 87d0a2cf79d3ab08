import { IANAZone } from 'luxon';
import type { Instant } from '../base/instant';
import { END_DAY, FIRST_DAY } from './countedYears';
import { DAY } from './wallClock';

/**
 * The shortest stretch between two changes of an offset since 1970 is just under seven days (Recife,
 * October 2000), so that looking every six days misses none.
 */
const STEP = 6 * DAY;
const SECOND = 1000;

/** Beyond the years that are counted, the offset that held last goes on: nobody walks to year 9999. */
const EARLIEST = FIRST_DAY * DAY - STEP;
const LATEST = END_DAY * DAY + STEP;

/** The offsets of one time zone over a span of time that grows when it is asked for more. */
export interface Zone {
	readonly name: string;
	/** Where each stretch of one offset begins; the first is where knowledge begins. */
	readonly starts: Instant[];
	/** Milliseconds to add to an instant to read the local clock, a stretch each. */
	readonly offsets: number[];
	from: Instant;
	to: Instant;
}

const zones = new Map<string, Zone>();

/** @param name an IANA name that `isTimeZone` accepts */
export function zoneNamed(name: string): Zone {
	const known = zones.get(name);
	if (known) return known;
	const zone: Zone = { name, starts: [], offsets: [], from: 0, to: 0 };
	zones.set(name, zone);
	return zone;
}

/** The offset that holds at an instant, in milliseconds. Source: luxon, and so the host's ICU. */
export function offsetAt(zone: Zone, instant: Instant): number {
	cover(zone, instant, instant + 1);
	return zone.offsets[stretchAt(zone, instant)] ?? 0;
}

/** The instants in [from, to) at which the offset changes. */
export function offsetChangesBetween(zone: Zone, from: Instant, to: Instant): Instant[] {
	cover(zone, from, to);
	return zone.starts.slice(1).filter((start) => start >= from && start < to);
}

/**
 * The first instant at which the local clock has reached a wall time: in a spring gap the change
 * itself, in an autumn overlap the first of the two.
 *
 * @param wall the wall time in milliseconds, as if the zone were UTC
 */
export function firstInstantAt(zone: Zone, wall: number): Instant {
	cover(zone, wall - 2 * DAY, wall + 2 * DAY);
	const { starts, offsets } = zone;
	for (let stretch = stretchAt(zone, wall - DAY); ; stretch++) {
		const reached = Math.max(starts[stretch] ?? 0, wall - (offsets[stretch] ?? 0));
		if (stretch >= starts.length - 1 || reached < (starts[stretch + 1] ?? 0)) return reached;
	}
}

function stretchAt(zone: Zone, instant: Instant): number {
	let low = 0;
	let high = zone.starts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((zone.starts[middle] ?? 0) <= instant) low = middle;
		else high = middle - 1;
	}
	return low;
}

function cover(zone: Zone, from: Instant, to: Instant): void {
	if (from >= zone.from && to <= zone.to) return;
	if (zone.starts.length === 0) {
		zone.from = zone.to = Math.floor(withinRange(from) / DAY) * DAY;
		zone.starts.push(zone.from);
		zone.offsets.push(readOffset(zone, zone.from));
	}
	growForward(zone, withinRange(to));
	growBackward(zone, withinRange(from));
}

/** The nearest instant of which offsets are read; the earliest for what is no number. */
const withinRange = (instant: Instant): Instant =>
	instant >= EARLIEST ? Math.min(instant, LATEST) : EARLIEST;

function growForward(zone: Zone, to: Instant): void {
	while (zone.to < to) {
		const next = zone.to + STEP;
		const known = zone.offsets[zone.offsets.length - 1] ?? 0;
		const offset = readOffset(zone, next);
		if (offset !== known) {
			zone.starts.push(changeIn(zone, zone.to, next));
			zone.offsets.push(offset);
		}
		zone.to = next;
	}
}

function growBackward(zone: Zone, from: Instant): void {
	while (zone.from > from) {
		const previous = zone.from - STEP;
		const offset = readOffset(zone, previous);
		if (offset !== zone.offsets[0]) {
			zone.starts[0] = changeIn(zone, previous, zone.from);
			zone.starts.unshift(previous);
			zone.offsets.unshift(offset);
		} else {
			zone.starts[0] = previous;
		}
		zone.from = previous;
	}
}

/** The instant of the one change between two instants with different offsets, to the second. */
function changeIn(zone: Zone, from: Instant, to: Instant): Instant {
	const before = readOffset(zone, from);
	let low = from / SECOND;
	let high = to / SECOND;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (readOffset(zone, middle * SECOND) === before) low = middle;
		else high = middle;
	}
	return high * SECOND;
}

const readOffset = (zone: Zone, instant: Instant): number =>
	Math.round(IANAZone.create(zone.name).offset(instant) * 60) * SECOND;
