import { add } from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { openTimeOf } from '../../../nodes/domain/time/openTime';
import { officeIn } from './calendars';

const MONDAY = '2026-03-02T08:00:00.000Z';
const copyOf = (timezone: string) => parseCalendar(officeIn(timezone));

describe('openTimeOf', () => {
	it('reads equal calendars once, also when other calendars of the zone come in between', () => {
		const first = openTimeOf(copyOf('Europe/Berlin'));
		openTimeOf({ ...copyOf('Europe/Berlin'), holidays: ['2026-03-02'] });

		expect(openTimeOf(copyOf('Europe/Berlin'))).toBe(first);
		expect(openTimeOf({ ...copyOf('Europe/Berlin') })).toBe(first);
	});

	it('tells calendars apart that differ in one holiday, far more of them than are kept', () => {
		const dates = Array.from({ length: 700 }, (_, day) =>
			new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10),
		);
		const due = (holidays: string[]) => add({ ...copyOf('Europe/Berlin'), holidays }, MONDAY, 60);
		for (const date of dates) due([date]);

		expect(due(['2026-03-02'])).toBe('2026-03-03T09:00:00.000Z');
		expect(due(['2026-03-03'])).toBe('2026-03-02T09:00:00.000Z');
	});
});
