import {
	add,
	addWorkingDays,
	between,
	next,
	previous,
} from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { localOf, officeIn, onWeekdays } from './calendars';

const { instant, local } = localOf('Europe/Berlin');
const office = { ...officeIn('Europe/Berlin'), holidays: ['2026-04-03', '2026-04-06'] };

describe('working days', () => {
	it.each`
		from                      | days  | to
		${'Fri 2026-03-06 16:00'} | ${1}  | ${'2026-03-09 16:00'}
		${'Fri 2026-03-06 16:00'} | ${5}  | ${'2026-03-13 16:00'}
		${'Sat 2026-03-07 12:00'} | ${1}  | ${'2026-03-09 12:00'}
		${'Thu 2026-04-02 10:00'} | ${1}  | ${'2026-04-07 10:00'}
		${'Tue 2026-04-07 10:00'} | ${-1} | ${'2026-04-02 10:00'}
		${'Mon 2026-03-09 20:00'} | ${1}  | ${'2026-03-10 17:00'}
		${'Mon 2026-03-09 06:00'} | ${1}  | ${'2026-03-10 09:00'}
		${'Fri 2026-03-27 10:00'} | ${1}  | ${'2026-03-30 10:00'}
		${'Sun 2026-03-08 10:00'} | ${0}  | ${'2026-03-08 10:00'}
	`('$days from $from is $to', ({ from, days, to }) => {
		expect(local(addWorkingDays(office, instant(from), days))).toBe(to);
	});

	it.each([0.5, Number.NaN, Infinity])('are whole: %d is refused', (days) => {
		expect(() => addWorkingDays(office, instant('Fri 2026-03-06 16:00'), days)).toThrow(
			'is not a number of working days',
		);
	});
});

describe('working days of shifts that reach or cross midnight', () => {
	const evenings = parseCalendar({
		timezone: 'Europe/Berlin',
		weekly: onWeekdays(['16:00', '24:00']),
	});
	const nights = parseCalendar({
		timezone: 'Europe/Berlin',
		weekly: onWeekdays(['22:00', '06:00']),
	});
	const always = parseCalendar({
		timezone: 'Europe/Berlin',
		weekly: onWeekdays(['00:00', '24:00']),
	});

	it.each`
		hours       | from                      | days  | to                    | why
		${evenings} | ${'Wed 2026-03-04 00:00'} | ${1}  | ${'2026-03-05 00:00'} | ${'the end of the shift of Tuesday, then that of Wednesday'}
		${evenings} | ${'Wed 2026-03-04 00:00'} | ${-1} | ${'2026-03-03 00:00'} | ${'then that of Monday'}
		${evenings} | ${'Sat 2026-03-07 00:00'} | ${1}  | ${'2026-03-10 00:00'} | ${'the end of the shift of Friday, then that of Monday'}
		${evenings} | ${'Tue 2026-03-03 20:00'} | ${1}  | ${'2026-03-04 20:00'} | ${'inside the shift'}
		${nights}   | ${'Sat 2026-03-07 03:00'} | ${1}  | ${'2026-03-10 03:00'} | ${'the shift of Friday, then that of Monday'}
		${nights}   | ${'Fri 2026-03-06 06:00'} | ${2}  | ${'2026-03-10 06:00'} | ${'the end of the shift of Thursday; Saturday is no working day'}
		${nights}   | ${'Fri 2026-03-06 23:00'} | ${1}  | ${'2026-03-09 23:00'} | ${'before midnight'}
		${nights}   | ${'Mon 2026-03-09 12:00'} | ${-1} | ${'2026-03-06 22:00'} | ${'between shifts the date counts'}
		${nights}   | ${'Sat 2026-03-28 03:00'} | ${1}  | ${'2026-03-31 03:00'} | ${'over the change of the clocks'}
		${always}   | ${'Wed 2026-03-04 00:00'} | ${1}  | ${'2026-03-05 00:00'} | ${'around the clock midnight begins the day'}
		${always}   | ${'Sat 2026-03-07 00:00'} | ${1}  | ${'2026-03-10 00:00'} | ${'but the last midnight ends Friday'}
	`('$days from $from is $to: $why', ({ hours, from, days, to }) => {
		expect(local(addWorkingDays(hours, instant(from), days))).toBe(to);
	});
});

describe('a holiday and the night shift', () => {
	const nights = (holidayFrom?: 'midnight' | 'shift') =>
		parseCalendar({
			timezone: 'Europe/Berlin',
			weekly: onWeekdays(['22:00', '06:00']),
			holidays: ['2026-03-03'],
			...(holidayFrom ? { holidayFrom } : {}),
		});
	const night = (evening: string, morning: string, holidayFrom?: 'midnight' | 'shift') =>
		between(nights(holidayFrom), instant(evening), instant(morning)) / 60;

	it.each`
		holidayFrom   | before | after
		${undefined}  | ${2}   | ${0}
		${'midnight'} | ${2}   | ${0}
		${'shift'}    | ${8}   | ${0}
	`(
		'counted from $holidayFrom leaves $before h of the shift before it and $after h of its own',
		({ holidayFrom, before, after }) => {
			expect(night('Mon 2026-03-02 22:00', 'Tue 2026-03-03 06:00', holidayFrom)).toBe(before);
			expect(night('Tue 2026-03-03 22:00', 'Wed 2026-03-04 06:00', holidayFrom)).toBe(after);
			expect(night('Wed 2026-03-04 22:00', 'Thu 2026-03-05 06:00', holidayFrom)).toBe(8);
		},
	);
});

describe('landing', () => {
	it.each`
		from                      | minutes | closing               | nextOpening
		${'Mon 2026-03-02 09:00'} | ${480}  | ${'2026-03-02 17:00'} | ${'2026-03-03 09:00'}
		${'Thu 2026-04-02 16:00'} | ${60}   | ${'2026-04-02 17:00'} | ${'2026-04-07 09:00'}
		${'Sat 2026-03-07 12:00'} | ${0}    | ${'2026-03-07 12:00'} | ${'2026-03-09 09:00'}
		${'Mon 2026-03-02 09:00'} | ${60}   | ${'2026-03-02 10:00'} | ${'2026-03-02 10:00'}
	`(
		'$minutes min from $from is at $closing, or work goes on at $nextOpening',
		({ from, minutes, closing, nextOpening }) => {
			expect(local(add(office, instant(from), minutes))).toBe(closing);
			expect(local(add(office, instant(from), minutes, { landing: 'nextOpening' }))).toBe(
				nextOpening,
			);
		},
	);
});

describe('next and previous', () => {
	it.each`
		at                        | opening               | closing
		${'Mon 2026-03-02 09:00'} | ${'2026-03-02 09:00'} | ${'2026-02-27 17:00'}
		${'Mon 2026-03-02 12:00'} | ${'2026-03-02 12:00'} | ${'2026-03-02 12:00'}
		${'Mon 2026-03-02 17:00'} | ${'2026-03-03 09:00'} | ${'2026-03-02 17:00'}
		${'Sat 2026-04-04 12:00'} | ${'2026-04-07 09:00'} | ${'2026-04-02 17:00'}
	`('at $at are $opening and $closing', ({ at, opening, closing }) => {
		expect(local(next(office, instant(at)))).toBe(opening);
		expect(local(previous(office, instant(at)))).toBe(closing);
	});
});
