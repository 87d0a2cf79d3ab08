import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../base/instant';

const HOUR = 60 * 60_000;
const QUARTER_HOUR = HOUR / 4;

export const DAYS_OF_WEEK = 7;

/** When something happened, as a team counts it. */
interface LocalDay {
	/** The ISO week, such as `2026-W10`. */
	week: string;
	/** 1 is Monday, 7 is Sunday. */
	weekday: number;
}

export type DayReader = (instant: Instant) => LocalDay;

/**
 * Tells week and weekday of an instant in a zone. ISO weeks begin on Monday, and the first of a year
 * is the one with its first Thursday (ISO 8601).
 *
 * Where a zone is whole hours from UTC one look-up serves an hour, and elsewhere a quarter of one.
 *
 * @param timezone IANA name, valid
 */
export function dayReader(timezone: string): DayReader {
	const zone = IANAZone.create(timezone);
	const known = new Map<number, LocalDay>();
	return (instant) => {
		const hour = Math.floor(instant / HOUR) * HOUR;
		const quarter = Math.floor(instant / QUARTER_HOUR) * QUARTER_HOUR + 1;
		const found = known.get(hour) ?? known.get(quarter);
		if (found !== undefined) return found;
		const { weekYear, weekNumber, weekday, offset } = DateTime.fromMillis(instant, { zone });
		const day = { week: `${weekYear}-W${String(weekNumber).padStart(2, '0')}`, weekday };
		known.set(offset % 60 === 0 ? hour : quarter, day);
		return day;
	};
}

/** The Monday of a week such as `2026-W10`, as `2 Mar`. */
export const formatWeek = (week: string): string =>
	DateTime.fromISO(week, { zone: 'utc', locale: 'en' }).toFormat('d LLL');
