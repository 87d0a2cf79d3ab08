import type { Instant } from '../base/instant';
import { formatDateWithWeekday, formatDuration, localDay } from './localTime';
import { intervalsBetween } from './openTime';
import type { Run } from './pausedTime';
import { offsetAt, offsetChangesBetween, type Zone } from './zone';

/** Changes of a clock, of any of the teams, in open hours: they make a shift shorter or longer. */
export function changeSentences({ table, start }: Run, deadline: Instant): string[] {
	const { hours } = table;
	const open = intervalsBetween(table, start, deadline);
	const zones = new Set([hours, ...hours.union, ...hours.intersection].map(({ zone }) => zone));
	return [...zones].flatMap((zone) =>
		offsetChangesBetween(zone, start, deadline)
			.filter((change) => open.some(({ open, close }) => open <= change && change <= close))
			.map((change) => changeSentence(zone, change, zone === table.zone ? '' : ` in ${zone.name}`)),
	);
}

function changeSentence(zone: Zone, change: Instant, where: string): string {
	const moved = offsetAt(zone, change) - offsetAt(zone, change - 1);
	const way = moved > 0 ? 'forward' : 'back';
	const date = formatDateWithWeekday(localDay(zone, change - 1));
	return `The clocks go ${way} by ${formatDuration(Math.abs(moved))} on ${date}${where}; real time counts.`;
}
