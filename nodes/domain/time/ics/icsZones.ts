import type { Instant } from '../../base/instant';
import { isTimeZone } from '../timezone';
import { DAY, HOUR, MINUTE } from '../wallClock';
import { WINDOWS_ZONES } from '../windowsZones';
import { zoneNamed, type Zone } from '../zone';
import { dayOfWall, readWall, timeOfWall } from './icsTime';
import { valueNamed, type IcsEvent, type IcsFile } from './readEvents';
import { readRecurrence } from './recurrence';
import { daysOf, type AskedDays } from './recurringDays';

/**
 * The zone that a TZID of the file means: an IANA name, alone or at the end of a longer one
 * ("/citadel.org/20260101_1/Europe/Berlin"), a Windows name, or what the file itself says of the
 * name in a VTIMEZONE. Undefined when it is none of these.
 */
export function zoneOfFile(
	name: string,
	{ zones }: Pick<IcsFile, 'zones'>,
	asked: AskedDays,
): Zone | undefined {
	const known = ianaNameIn(name) ?? WINDOWS_ZONES.get(name.toLowerCase());
	if (known !== undefined) return zoneNamed(known);
	const observances = zones.get(name);
	return observances && readZone(name, observances, asked);
}

function ianaNameIn(name: string): string | undefined {
	const steps = name.slice(-80).split('/');
	const ends = steps.map((_, index) => steps.slice(index).join('/')).slice(-3);
	return ends.find((end) => isTimeZone(end) && (end === name || end.includes('/')));
}

/** Where each offset begins, as STANDARD and DAYLIGHT of a VTIMEZONE say it. */
function readZone(
	name: string,
	observances: readonly IcsEvent[],
	asked: AskedDays,
): Zone | undefined {
	const parts = observances.map((lines) => readObservance(lines, asked));
	const changes = parts.flatMap((part) => part?.changes ?? []);
	const [first] = changes.sort((left, right) => left.at - right.at);
	if (first === undefined || parts.includes(undefined)) return undefined;
	return {
		name,
		starts: [-Infinity, ...changes.map(({ at }) => at)],
		offsets: [first.before, ...changes.map(({ offset }) => offset)],
		from: -Infinity,
		to: Infinity,
	};
}

interface OffsetChange {
	at: Instant;
	before: number;
	offset: number;
}

/** Undefined when it cannot be read. */
function readObservance(
	lines: IcsEvent,
	asked: AskedDays,
): { changes: OffsetChange[] } | undefined {
	const before = readOffset(valueNamed(lines, 'TZOFFSETFROM'));
	const offset = readOffset(valueNamed(lines, 'TZOFFSETTO'));
	const start = readWall(valueNamed(lines, 'DTSTART') ?? '');
	const rule = valueNamed(lines, 'RRULE');
	const recurrence = rule === undefined ? undefined : readRecurrence(rule);
	if (before === undefined || offset === undefined || start === undefined) return undefined;
	if (rule !== undefined && recurrence === undefined) return undefined;
	const days = recurrence && daysOf(recurrence, dayOfWall(start.wall), asked);
	const walls = days && [...days].map((day) => day * DAY + timeOfWall(start.wall));
	const dates = lines
		.filter((line) => line.name === 'RDATE')
		.flatMap(({ value }) => value.split(',').flatMap((text) => readWall(text)?.wall ?? []));
	const changes = [start.wall, ...(walls ?? []), ...dates];
	asked.countLookedAt(changes.length);
	return { changes: changes.map((wall) => ({ at: wall - before, before, offset })) };
}

/** Milliseconds of "+0100", "-0330" or "+053028". */
function readOffset(text = ''): number | undefined {
	const [, sign, hours, minutes, seconds] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text) ?? [];
	if (sign === undefined) return undefined;
	const amount = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * 1000;
	return sign === '-' ? -amount : amount;
}
