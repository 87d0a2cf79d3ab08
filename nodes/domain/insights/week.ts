import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../base/instant';

const QUARTER_HOUR = 15 * 60_000;

/** What a look-up by quarter of an hour gives: every zone's midnight is on one. */
function byQuarter<Value>(
	timezone: string,
	read: (local: DateTime) => Value,
): (instant: Instant) => Value {
	const zone = IANAZone.create(timezone);
	const known = new Map<number, Value>();
	return (instant) => {
		const quarter = Math.floor(instant / QUARTER_HOUR);
		const found = known.get(quarter) ?? read(DateTime.fromMillis(instant, { zone }));
		known.set(quarter, found);
		return found;
	};
}

/**
 * Names the ISO week of an instant in a zone, such as `2026-W10`: weeks begin on Monday, and the
 * first of a year is the one with its first Thursday (ISO 8601).
 *
 * @param timezone IANA name, valid
 */
export const weekNamer = (timezone: string): ((instant: Instant) => string) =>
	byQuarter(
		timezone,
		({ weekYear, weekNumber }) => `${weekYear}-W${String(weekNumber).padStart(2, '0')}`,
	);

export const DAYS_OF_WEEK = 7;

/** The day of the week of an instant in a zone: 1 is Monday, 7 is Sunday. */
export const weekdayNamer = (timezone: string): ((instant: Instant) => number) =>
	byQuarter(timezone, ({ weekday }) => weekday);

/** The Monday of a week such as `2026-W10`, as `2 Mar`. */
export const formatWeek = (week: string): string =>
	DateTime.fromISO(week, { zone: 'utc', locale: 'en' }).toFormat('d LLL');
