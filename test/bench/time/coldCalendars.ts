import { add } from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { median, rounded, type Figure } from '../timing';
import { HOLIDAYS, ZONE } from './office';

const hours = [['08:00', '16:30']];
const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };

/** What the first deadline costs in a zone and on a calendar that were never seen before. */
export function measureCold(): Figure {
	const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== ZONE);
	const times = zones.map((timezone) => {
		const startedAt = performance.now();
		add(parseCalendar({ timezone, weekly, holidays: HOLIDAYS }), '2026-03-02T09:00:00Z', 480);
		return performance.now() - startedAt;
	});
	return {
		key: 'coldMs',
		value: rounded(median(times)),
		meaning: `ms for the first deadline on a new calendar in a new zone, median of ${times.length} zones`,
		target: '< 5',
	};
}
