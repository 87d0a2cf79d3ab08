import type { Instant } from '../base/instant';
import { DAY, WEEKDAYS, formatDate, weekdayIndex, type DayNumber } from './wallClock';
import { offsetAt, type Zone } from './zone';

/** The local date of an instant. */
export const localDay = (zone: Zone, instant: Instant): DayNumber =>
	Math.floor((instant + offsetAt(zone, instant)) / DAY);

/** Milliseconds on the local clock since local midnight. */
export const localTimeOfDay = (zone: Zone, instant: Instant): number => {
	const wall = instant + offsetAt(zone, instant);
	return wall - Math.floor(wall / DAY) * DAY;
};

/** Such as "Mon 2026-03-02". */
export const formatDateWithWeekday = (day: DayNumber): string => {
	const weekday = WEEKDAYS[weekdayIndex(day)] ?? '';
	return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${formatDate(day)}`;
};

const SECOND = 1000;

/** Times are shown to the second; the millisecond at which a clock happens to start is noise. */
export const toSecond = (milliseconds: number): number =>
	Math.round(milliseconds / SECOND) * SECOND;

/** Such as "16:00", with seconds only where there are some. */
export function formatTimeOfDay(zone: Zone, instant: Instant): string {
	const text = new Date(localTimeOfDay(zone, toSecond(instant))).toISOString();
	return text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19);
}

/** Such as "Mon 2026-03-02 16:00". */
export const formatDateAndTime = (zone: Zone, instant: Instant): string =>
	`${formatDateWithWeekday(localDay(zone, toSecond(instant)))} ${formatTimeOfDay(zone, instant)}`;
