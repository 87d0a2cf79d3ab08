import { parseCalendar } from '../../../nodes/domain/time/calendar';

/** The zone of the office; the peers know no other zone than the one their process is in. */
export const ZONE = 'America/New_York';

export const HOURS = { open: '09:00', close: '17:00' };

/** Ten holidays in each of the years that are counted over. */
export const HOLIDAYS = [2025, 2026, 2027].flatMap((year) =>
	['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-26', '12-25'].map(
		(day) => `${year}-${day}`,
	),
);

const hours: [string, string] = [HOURS.open, HOURS.close];

export const OFFICE = parseCalendar({
	timezone: ZONE,
	weekly: { mon: [hours], tue: [hours], wed: [hours], thu: [hours], fri: [hours] },
	holidays: HOLIDAYS,
});

const FIRST = Date.UTC(2025, 0, 6, 14);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/**
 * So many starts, spread over the hours of a year, inside and outside of working hours. All peers
 * get the same ones.
 */
export const STARTS = Array.from({ length: 16 }, (_, index) =>
	new Date(FIRST + Math.floor((index * 547 * HOUR + index * 23 * 60_000) % YEAR)).toISOString(),
);

/** A year after an instant. */
export const aYearAfter = (instant: string): string =>
	new Date(Date.parse(instant) + YEAR).toISOString();
