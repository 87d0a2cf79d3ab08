import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../base/instant';

const QUARTER_HOUR = 15 * 60_000;

/**
 * Names the ISO week of an instant in a zone, such as `2026-W10`: weeks begin on Monday, and the
 * first of a year is the one with its first Thursday (ISO 8601).
 *
 * Every zone's midnight is on a quarter of an hour, so that one look-up serves a quarter.
 *
 * @param timezone IANA name, valid
 */
export function weekNamer(timezone: string): (instant: Instant) => string {
	const zone = IANAZone.create(timezone);
	const known = new Map<number, string>();
	return (instant) => {
		const quarter = Math.floor(instant / QUARTER_HOUR);
		const named = known.get(quarter);
		if (named !== undefined) return named;
		const { weekYear, weekNumber } = DateTime.fromMillis(instant, { zone });
		const week = `${weekYear}-W${String(weekNumber).padStart(2, '0')}`;
		known.set(quarter, week);
		return week;
	};
}

/** The Monday of a week such as `2026-W10`, as `2 Mar`. */
export const formatWeek = (week: string): string =>
	DateTime.fromISO(week, { zone: 'utc', locale: 'en' }).toFormat('d LLL');
