import { DAY, type DayNumber } from './wallClock';

/**
 * Dates are read and working time is counted in these years. What lies outside is a slip or stands
 * for “never”, and to count there would keep everybody waiting.
 */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

export const FIRST_DAY: DayNumber = Date.UTC(FIRST_YEAR, 0) / DAY;
/** Exclusive. */
export const END_DAY: DayNumber = Date.UTC(LAST_YEAR + 1, 0) / DAY;

export const isCountedDay = (day: DayNumber): boolean => day >= FIRST_DAY && day < END_DAY;
