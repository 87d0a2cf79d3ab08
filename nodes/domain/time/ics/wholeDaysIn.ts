import type { Instant } from '../../base/instant';
import { localDay, localTimeOfDay } from '../localTime';
import { DAY, MINUTE } from '../wallClock';
import { firstInstantAt, type Zone } from '../zone';
import type { Days } from './feedReading';
import { dayEndedAt } from './icsTime';

/** The local dates of which no moment lies outside [from, to), but for a minute at either end. */
export function wholeDaysIn(zone: Zone, from: Instant, to: Instant): Days {
	const day = localDay(zone, from);
	const isWhole = from - firstInstantAt(zone, day * DAY) <= MINUTE;
	const begin = isWhole ? day : day + 1;
	const end = dayEndedAt(localDay(zone, to) * DAY + localTimeOfDay(zone, to));
	return { from: begin, to: Math.max(begin, end) };
}
