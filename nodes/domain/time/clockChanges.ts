import type { Instant } from '../base/instant';
import { say } from '../language/sentence';
import { localDay } from './localTime';
import { intervalsBetween } from './openTime';
import type { Run } from './pausedTime';
import { formatDuration, tell, type Voice } from './voice';
import { offsetAt, offsetChangesBetween, type Zone } from './zone';

/** Changes of a clock, of any of the teams, in open hours: they make a shift shorter or longer. */
export function changeSentences({ table, start }: Run, deadline: Instant, voice: Voice): string[] {
	const { hours } = table;
	const open = intervalsBetween(table, start, deadline);
	const zones = new Set([hours, ...hours.union, ...hours.intersection].map(({ zone }) => zone));
	return [...zones].flatMap((zone) =>
		offsetChangesBetween(zone, start, deadline)
			.filter((change) => open.some(({ open, close }) => open <= change && change <= close))
			.map((change) => changeSentence({ zone, change, own: zone === table.zone }, voice)),
	);
}

/** @param own whether it is the zone in which the times are told */
function changeSentence(
	{ zone, change, own }: { zone: Zone; change: Instant; own: boolean },
	voice: Voice,
): string {
	const moved = offsetAt(zone, change) - offsetAt(zone, change - 1);
	const time = formatDuration(Math.abs(moved), voice.wording);
	const date = voice.formatDay(localDay(zone, change - 1));
	const day = own ? date : tell(say('clockDayIn', { day: date, zone: zone.name }), voice);
	return tell(say(moved > 0 ? 'clockForward' : 'clockBack', { time, day }), voice);
}
