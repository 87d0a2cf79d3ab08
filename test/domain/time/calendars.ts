import { DateTime } from 'luxon';
import { parseCalendar, type Calendar } from '../../../nodes/domain/time/calendar';

type Hours = [open: string, close: string];

/** Weekly hours that are the same from Monday to Friday. */
export const onWeekdays = (hours: Hours) => ({
	mon: [hours],
	tue: [hours],
	wed: [hours],
	thu: [hours],
	fri: [hours],
});

export const everyDay = (hours: Hours) => ({ ...onWeekdays(hours), sat: [hours], sun: [hours] });

/** Monday to Friday, 09:00 to 17:00. */
export const officeIn = (timezone: string): Calendar =>
	parseCalendar({ timezone, weekly: onWeekdays(['09:00', '17:00']) });

/** Reads and writes local times of a zone; the weekday in "Mon 2026-03-02 09:00" is checked. */
export const localOf = (zone: string) => ({
	instant(text: string): string {
		const at = DateTime.fromFormat(text, 'ccc yyyy-MM-dd HH:mm', { zone, locale: 'en' });
		if (!at.isValid) throw new Error(`${text}: ${at.invalidExplanation ?? ''}`);
		return at.toUTC().toISO();
	},
	local: (instant: string): string =>
		DateTime.fromISO(instant, { zone }).toFormat('yyyy-MM-dd HH:mm'),
});
