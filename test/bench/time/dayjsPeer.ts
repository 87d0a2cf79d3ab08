import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { aYearAfter, HOLIDAYS, HOURS, STARTS } from './office';

const day = [{ start: `${HOURS.open}:00`, end: `${HOURS.close}:00` }];

/** Tells the library our working hours; its zone is that of the process. */
export function openDayjs() {
	dayjs.extend(businessTime);
	dayjs.setHolidays(HOLIDAYS);
	dayjs.setBusinessTime({
		sunday: null,
		monday: day,
		tuesday: day,
		wednesday: day,
		thursday: day,
		friday: day,
		saturday: null,
	});
	const spans = STARTS.map((start) => ({ from: dayjs(start), to: dayjs(aYearAfter(start)) }));
	return {
		add: (hours: number): string[] =>
			spans.map(({ from }) => from.addBusinessHours(hours).toISOString()),
		betweenAYear: (): number[] => spans.map(({ from, to }) => from.businessHoursDiff(to)),
	};
}
